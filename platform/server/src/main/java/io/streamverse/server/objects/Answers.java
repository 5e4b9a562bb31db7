package io.streamverse.server.objects;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import io.streamverse.kernel.storage.ObjectContent;
import io.streamverse.kernel.storage.StoredObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// An object as an HTTP response.
final class Answers {
    private Answers() {}

    static HttpResponse<?> whole(ObjectContent content) {
        return describe(HttpResponse.ok().body(stream(content)), content.object());
    }

    static HttpResponse<?> part(ObjectContent content) {
        var span = content.span();
        var where = "bytes %d-%d/%d"
                .formatted(span.first(), span.last(), content.object().bytes());
        return describe(HttpResponse.status(HttpStatus.PARTIAL_CONTENT).body(stream(content)), content.object())
                .header(HttpHeaders.CONTENT_RANGE, where);
    }

    static HttpResponse<?> head(StoredObject object) {
        return describe(HttpResponse.ok(), object).contentLength(object.bytes());
    }

    static HttpResponse<?> unchanged(StoredObject object) {
        return HttpResponse.notModified().header(HttpHeaders.ETAG, etag(object));
    }

    static HttpResponse<?> kept(String etag) {
        return HttpResponse.ok().header(HttpHeaders.ETAG, quoted(etag));
    }

    static String etag(StoredObject object) {
        return quoted(object.etag());
    }

    /// Only this type tells Micronaut the length. Its age is one that no `If-Modified-Since` meets: Micronaut would
    /// answer 304 and leave the file open.
    private static StreamedFile stream(ObjectContent content) {
        return new StreamedFile(
                content.stream(),
                MediaType.APPLICATION_OCTET_STREAM_TYPE,
                Long.MIN_VALUE,
                content.span().length());
    }

    /// What tenants upload must not run in our name: no sniffing, no scripts. `identity` keeps Micronaut from
    /// compressing, which would break ranges.
    private static <T> MutableHttpResponse<T> describe(MutableHttpResponse<T> response, StoredObject object) {
        return response.header(HttpHeaders.ETAG, etag(object))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header(HttpHeaders.LAST_MODIFIED, httpDate(object.storedAt()))
                .header("Content-Security-Policy", "sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_TYPE, object.contentType());
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String quoted(String etag) {
        return "\"" + etag + "\"";
    }
}
