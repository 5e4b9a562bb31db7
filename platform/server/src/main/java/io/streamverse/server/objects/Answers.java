package io.streamverse.server.objects;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.streamverse.kernel.storage.ObjectContent;
import io.streamverse.kernel.storage.StoredObject;

/// An object as an HTTP response.
final class Answers {
    private Answers() {}

    static HttpResponse<?> whole(ObjectContent content) {
        return describe(HttpResponse.ok(content.stream()), content.object())
                .contentLength(content.span().length());
    }

    static HttpResponse<?> part(ObjectContent content) {
        var span = content.span();
        var where = "bytes %d-%d/%d"
                .formatted(span.first(), span.last(), content.object().bytes());
        return describe(HttpResponse.status(HttpStatus.PARTIAL_CONTENT).body(content.stream()), content.object())
                .header(HttpHeaders.CONTENT_RANGE, where)
                .contentLength(span.length());
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

    /// What tenants upload must not run in our name: no sniffing, no scripts.
    private static <T> MutableHttpResponse<T> describe(MutableHttpResponse<T> response, StoredObject object) {
        return response.header(HttpHeaders.ETAG, etag(object))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header("Content-Security-Policy", "sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_TYPE, object.contentType());
    }

    private static String quoted(String etag) {
        return "\"" + etag + "\"";
    }
}
