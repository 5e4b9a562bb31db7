package io.streamverse.kernel.storage;

import static io.streamverse.kernel.storage.ObjectStoreContractTest.TEXT;
import static io.streamverse.kernel.storage.ObjectStoreContractTest.key;
import static io.streamverse.kernel.storage.ObjectStoreContractTest.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.StorageException.StorageFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3AddressesIT {
    private static final S3Proxy SERVER = S3Proxy.shared();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final HttpClient ANYBODY = HttpClient.newHttpClient();

    private final S3Bucket bucket = SERVER.bucket();
    private final S3ObjectStore store = new S3ObjectStore(bucket, InstantSource.system());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoHasAnAddressReadsWithoutAKeyOfHisOwn() throws Exception {
        store.put(key("Ünïcødé/a b+c.mp4"), TEXT, stream("hello"));
        var address = store.signGet(key("Ünïcødé/a b+c.mp4"), HOUR);

        var part = send(HttpRequest.newBuilder(address).header("Range", "bytes=1-3"));

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("ell");
    }

    @Test
    void anAddressIsForItsKeyAndForWhatItWasSignedFor() throws Exception {
        store.put(key("a"), TEXT, stream("hello"));
        store.put(key("b"), TEXT, stream("secret"));
        var read = store.signGet(key("a"), HOUR);
        var elsewhere = URI.create(read.toString().replace("/a?", "/b?"));
        var bare = URI.create(read.toString().replaceAll("\\?.*", ""));

        for (var request : List.of(
                HttpRequest.newBuilder(elsewhere), HttpRequest.newBuilder(bare), put(read, "x"), put(bare, "x"))) {
            assertThat(send(request).statusCode()).isEqualTo(403);
        }
        assertThat(store.read(key("a"))).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void whatIsPutByAddressHasTheLengthThatWasSigned() throws Exception {
        var address = store.signPut(key("a"), HOUR, 5);

        assertThat(send(put(address, "too long")).statusCode()).isEqualTo(403);
        assertThat(send(put(address, "hello").header("Content-Type", "video/mp4"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(store.read(key("a"))).asString(UTF_8).isEqualTo("hello");
        assertThat(store.head(key("a")).contentType()).isEqualTo("video/mp4");
    }

    @Test
    void partsGoStraightToTheirUpload() throws Exception {
        var upload = store.begin(key("film"), TEXT);
        var sent = send(put(store.signPart(upload, 1, HOUR, 5), "hello"));

        var etag = sent.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        store.complete(upload, List.of(new UploadedPart(1, etag)));

        assertThat(store.read(key("film"))).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void aBucketThatCannotBeUsedSaysWhy() {
        assertUnusable(SERVER.bucket(bucket.name(), "wrong"), "refuses who we are");
        assertUnusable(SERVER.bucket("nobodys", S3Proxy.SECRET), "bucket nobodys at http", "does not exist");
        assertUnusable(
                new S3Bucket("b", "eu-west-1", URI.create("http://127.0.0.1:1"), null, true, "a", "b", null, 5, HOUR),
                "does not answer: ");
    }

    private static void assertUnusable(S3Bucket bucket, String... words) {
        try (var store = new S3ObjectStore(bucket, InstantSource.system())) {
            assertThatThrownBy(store::demandReachable)
                    .isInstanceOf(StorageFailed.class)
                    .hasMessageContainingAll(words);
        }
    }

    private static HttpRequest.Builder put(URI address, String content) {
        return HttpRequest.newBuilder(address).PUT(BodyPublishers.ofString(content));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return ANYBODY.send(request.build(), BodyHandlers.ofString());
    }
}
