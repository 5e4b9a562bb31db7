package io.streamverse.server.delivery;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.streamverse.kernel.http.RangeHeader;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.storage.Range;
import io.streamverse.kernel.storage.StorageException.RangeNotSatisfiable;
import io.streamverse.kernel.storage.StoredObject;
import io.streamverse.media.index.ByteRange;
import io.streamverse.server.media.CaptionTrack;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// Answers a request for bytes of a version: whole, in part, unchanged, or not there.
@Singleton
class Segments {
    /// For logs: milliseconds and bytes of the whole thing.
    static final String WORTH = "StreamVerse-Worth";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    /// A tenant may put others in their place.
    private static final String SHORT = "public, max-age=300";

    private final Shelves shelves;
    private final ObjectStore store;
    private final Sending sending;

    Segments(Shelves shelves, ObjectStore store, Sending sending) {
        this.shelves = shelves;
        this.store = store;
        this.sending = sending;
    }

    HttpResponse<?> answer(HttpRequest<?> request, String track, String name) {
        var pass = Pass.of(request);
        var slice = shelves.get(pass).find(track, name).orElseThrow(Shelves::unknown);
        var etag = "\"%s.%d.%s.%s\"".formatted(pass.assetId(), pass.version(), track, name);
        return answer(request, slice, etag, FOREVER);
    }

    HttpResponse<?> captions(HttpRequest<?> request, String id) {
        var key = shelves.playable(Pass.of(request)).captions().stream()
                .filter(it -> it.id().equals(id))
                .map(CaptionTrack::objectKey)
                .findAny()
                .orElseThrow(Shelves::unknown);
        return whole(request, store.head(new ObjectKey(key)), "text/vtt", SHORT);
    }

    HttpResponse<?> storyboard(HttpRequest<?> request, String file) {
        var key = Objects.requireNonNullElse(shelves.playable(Pass.of(request)).storyboardKey(), "");
        if (key.isEmpty()) {
            throw Shelves.unknown();
        }
        var folder = key.substring(0, key.lastIndexOf('/') + 1);
        var object = store.head(new ObjectKey(folder + file));
        return whole(request, object, object.contentType(), FOREVER);
    }

    private HttpResponse<?> whole(HttpRequest<?> request, StoredObject object, String type, String caching) {
        var all = new ByteRange(0, object.bytes());
        var slice = new Slice(object.key(), store.file(object.key()), all, type, 0);
        return answer(request, slice, "\"" + object.etag() + "\"", caching);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Slice slice, String etag, String caching) {
        if (holds(request, HttpHeaders.IF_MATCH, etag).filter(it -> !it).isPresent()) {
            return describe(HttpResponse.status(HttpStatus.PRECONDITION_FAILED), etag, caching);
        }
        if (holds(request, HttpHeaders.IF_NONE_MATCH, etag).orElse(false)) {
            return describe(HttpResponse.notModified(), etag, caching);
        }
        var size = slice.range().bytes();
        try {
            var span = range(request, etag).map(it -> it.within(size));
            var response = describe(
                            HttpResponse.status(span.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK),
                            etag,
                            caching)
                    .header(WORTH, worth(slice))
                    .header(HttpHeaders.CONTENT_TYPE, slice.contentType());
            span.ifPresent(it -> response.header(
                    HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(it.first(), it.last(), size)));
            return sending.send(request, response, slice, span.orElse(new Range.Span(0, size)));
        } catch (RangeNotSatisfiable e) {
            return describe(HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE), etag, caching)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        }
    }

    static String worth(Slice slice) {
        return slice.millis() + "/" + slice.range().bytes();
    }

    private static Optional<Range> range(HttpRequest<?> request, String etag) {
        var headers = request.getHeaders();
        var condition = headers.get(HttpHeaders.IF_RANGE);
        return headers.findFirst(HttpHeaders.RANGE)
                .filter(_ -> condition == null || condition.equals(etag))
                .flatMap(RangeHeader::parse);
    }

    private static Optional<Boolean> holds(HttpRequest<?> request, String header, String etag) {
        return request.getHeaders()
                .findFirst(header)
                .map(etags -> Arrays.stream(etags.split(","))
                        .map(String::strip)
                        .anyMatch(it -> it.equals("*") || it.equals(etag)));
    }

    private static MutableHttpResponse<?> describe(MutableHttpResponse<?> response, String etag, String caching) {
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header("X-Content-Type-Options", "nosniff");
    }
}
