package io.streamverse.kernel.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Sends files without copying them through this program, where the connection allows it: plain HTTP/1.1. Micronaut
/// itself copies, 8 KB at a time (micronaut-core #10138).
@Singleton
public class FileSender {
    /// The answer has its content type already. `identity` keeps Micronaut from compressing, which would break ranges.
    public MutableHttpResponse<?> send(HttpRequest<?> request, MutableHttpResponse<?> response, FilePart part) {
        if (request.getMethod() == HttpMethod.HEAD) {
            part.drop();
            return response.contentLength(part.bytes());
        }
        var connection = connection(request);
        if (connection == null) {
            return response.header(HttpHeaders.CONTENT_ENCODING, "identity")
                    .body(new StreamedFile(
                            new FilePartStream(part),
                            response.getContentType().orElse(MediaType.APPLICATION_OCTET_STREAM_TYPE),
                            Long.MIN_VALUE,
                            part.bytes()));
        }
        return response.header(FileConnection.PROMISE, connection.promise(part));
    }

    private static @Nullable FileConnection connection(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> it
                ? it.getChannelHandlerContext().pipeline().get(FileConnection.class)
                : null;
    }
}
