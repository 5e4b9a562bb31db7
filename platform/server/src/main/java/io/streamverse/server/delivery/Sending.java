package io.streamverse.server.delivery;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import io.streamverse.kernel.http.FilePart;
import io.streamverse.kernel.http.FileSender;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.storage.Range;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Brings bytes of an object on their way: from the file that holds them, where there is one.
@Singleton
class Sending {
    private final ObjectStore store;
    private final FileSender files;
    private final AccessLog log;

    Sending(ObjectStore store, FileSender files, AccessLog log) {
        this.store = store;
        this.files = files;
        this.log = log;
    }

    HttpResponse<?> send(HttpRequest<?> request, MutableHttpResponse<?> response, Slice slice, Range.Span span) {
        long from = slice.range().from() + span.first();
        var sent = log.answer(request, response.code(), Segments.worth(slice));
        if (slice.file().isPresent()) {
            var part = new FilePart(open(slice.file().get()), from, span.length(), sent);
            return files.send(request, response, part);
        }
        if (request.getMethod() == HttpMethod.HEAD) {
            return response.contentLength(span.length());
        }
        var content = store.get(slice.media(), Range.of(from, from + span.length() - 1));
        var stream = new CountedStream(content.stream(), sent);
        // Else Micronaut would write that of the StreamedFile, which no If-Modified-Since is to meet.
        response.getHeaders().lastModified(content.object().storedAt().toEpochMilli());
        return response.body(
                new StreamedFile(stream, MediaType.of(slice.contentType()), Long.MIN_VALUE, span.length()));
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw Shelves.unknown();
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot be read".formatted(file), e);
        }
    }
}
