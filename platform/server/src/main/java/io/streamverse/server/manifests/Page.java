package io.streamverse.server.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.streamverse.kernel.security.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;

/// A manifest ready to be sent. Its tag names the text; the packed form adds to it, as strong tags demand. That it says
/// `identity` keeps Micronaut from packing it, and so from making other bytes under the same tag.
final class Page {
    private static final String CACHE = "public, max-age=60";
    private static final int ENTRY = 200;
    private static final int TAG = 32;
    private final String contentType;
    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    private Page(String contentType, byte[] plain, String tag) {
        this.contentType = contentType;
        this.plain = plain;
        this.packed = packed(plain);
        this.tag = tag;
    }

    static Page of(String contentType, String text) {
        return new Page(contentType, text.getBytes(UTF_8), Digests.sha256(text).substring(0, TAG));
    }

    byte[] bytes(boolean isPacked) {
        return isPacked ? packed : plain;
    }

    String etag(boolean isPacked) {
        return '"' + tag + (isPacked ? "-gzip\"" : "\"");
    }

    void describe(boolean isPacked, BiConsumer<String, String> header) {
        describe(etag(isPacked), header);
        header.accept(HttpHeaders.CONTENT_ENCODING, isPacked ? "gzip" : "identity");
        header.accept(HttpHeaders.CONTENT_TYPE, contentType);
    }

    /// Also where it is not sent.
    static void describe(String etag, BiConsumer<String, String> header) {
        header.accept(HttpHeaders.ETAG, etag);
        header.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        header.accept(HttpHeaders.CACHE_CONTROL, CACHE);
        header.accept("X-Content-Type-Options", "nosniff");
    }

    int weight() {
        return ENTRY + plain.length + packed.length;
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
