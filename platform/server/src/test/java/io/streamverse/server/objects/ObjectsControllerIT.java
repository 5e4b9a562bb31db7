package io.streamverse.server.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.kernel.storage.Expectation;
import io.streamverse.kernel.storage.LocalObjectStore;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.UploadedPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectsControllerIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ObjectKey HELLO = new ObjectKey("ten_1/ü b+%/hello.txt");
    private static final NewObject TEXT = NewObject.of("text/plain");

    private static Path folder;
    private static LocalObjectStore store;
    private static EmbeddedServer server;
    private static HttpClient client;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        folder = temporary;
        store = new LocalObjectStore(folder, new byte[32], InstantSource.system());
        server = ApplicationContext.builder()
                .singletons(store)
                .beanConfigurations(new OtherRooms())
                .properties(Map.of(
                        "app", "server",
                        "management.app", "server",
                        "management.port", "-1",
                        "micronaut.server.port", "-1",
                        "micronaut.server.host", "127.0.0.1",
                        "micronaut.server.max-request-size", "1024GB",
                        "micronaut.executors.blocking.virtual", "true"))
                .run(EmbeddedServer.class);
        client = HttpClient.newHttpClient();
        store.put(HELLO, TEXT, stream("hello"));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void aSignedAddressYieldsTheObject() throws Exception {
        var response = send(get(store.signGet(HELLO, HOUR)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("hello");
        assertThat(header(response, "content-type")).isEqualTo("text/plain");
        assertThat(header(response, "content-length")).isEqualTo("5");
        assertThat(header(response, "accept-ranges")).isEqualTo("bytes");
        assertThat(header(response, "etag")).isEqualTo("\"" + store.head(HELLO).etag() + "\"");
    }

    @Test
    void contentIsNeverCompressedOnTheWay() throws Exception {
        var key = new ObjectKey("compressible");
        store.put(key, TEXT, stream("x".repeat(10_000)));
        var request = get(store.signGet(key, HOUR)).header("Accept-Encoding", "gzip");

        var response = send(request.copy().header("Range", "bytes=0-4999"));

        assertThat(response.body()).isEqualTo("x".repeat(5_000));
        assertThat(send(request).body()).isEqualTo("x".repeat(10_000));
    }

    @Test
    void headTellsAllButTheContent() throws Exception {
        var request = get(store.signGet(HELLO, HOUR)).HEAD();

        var response = send(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "content-length")).isEqualTo("5");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,h,0-0", "bytes=1-3,ell,1-3", "bytes=3-,lo,3-4", "bytes=-2,lo,3-4", "bytes=4-99,o,4-4"})
    void oneRangeYieldsThatPart(String range, String part, String where) throws Exception {
        var response = send(get(store.signGet(HELLO, HOUR)).header("Range", range));

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(part);
        assertThat(header(response, "content-range")).isEqualTo("bytes " + where + "/5");
        assertThat(header(response, "content-length")).isEqualTo(String.valueOf(part.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "bytes=3-1", "bytes=", "bytes=-", "items=0-1", "bytes=a-b", "0-1"})
    void anyOtherRangeYieldsTheWhole(String range) throws Exception {
        var response = send(get(store.signGet(HELLO, HOUR)).header("Range", range));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-", "bytes=99-100", "bytes=-0"})
    void aRangeBeyondTheEndIsRefusedWithTheLength(String range) throws Exception {
        var response = send(get(store.signGet(HELLO, HOUR)).header("Range", range));

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "content-range")).isEqualTo("bytes */5");
    }

    @Test
    void whoHasTheObjectIsToldSo() throws Exception {
        var etag = "\"" + store.head(HELLO).etag() + "\"";

        var response = send(get(store.signGet(HELLO, HOUR)).header("If-None-Match", "\"old\", " + etag));

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(header(response, "etag")).isEqualTo(etag);
    }

    @Test
    void aPartIsOnlyGivenOfTheObjectTheReaderKnows() throws Exception {
        var request = get(store.signGet(HELLO, HOUR)).header("Range", "bytes=0-0");
        var same = request.copy().header("If-Range", "\"" + store.head(HELLO).etag() + "\"");
        var changed = request.copy().header("If-Range", "\"other\"");

        assertThat(send(same).body()).isEqualTo("h");
        assertThat(send(changed).body()).isEqualTo("hello");
    }

    @Test
    void whatIsPutIsStored() throws Exception {
        var key = new ObjectKey("put/video.mp4");
        var request = put(store.signPut(key, HOUR, 5), "hello").header("Content-Type", "video/mp4");

        var response = send(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "etag")).isEqualTo("\"" + store.head(key).etag() + "\"");
        assertThat(store.head(key).contentType()).isEqualTo("video/mp4");
        assertThat(read(key)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/html; charset=utf-8",
            })
    void bytesStayBytesWhateverTheyCallThemselves(String contentType) throws Exception {
        var key = new ObjectKey("put/bytes");

        var response = send(put(store.signPut(key, HOUR, 100), "{a=b&\u00fc").header("Content-Type", contentType));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(read(key)).isEqualTo("{a=b&\u00fc");
        assertThat(send(get(store.signGet(key, HOUR))).headers().firstValue("content-type"))
                .hasValue(contentType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b/c;;=", "*/*"})
    void anOddContentTypeDoesNoHarm(String contentType) throws Exception {
        var key = new ObjectKey("put/odd");

        send(put(store.signPut(key, HOUR, 100), "hello").header("Content-Type", contentType));

        assertThat(send(get(store.signGet(key, HOUR))).body()).isEqualTo("hello");
    }

    @Test
    void moreThanTheAddressAllowsIsTooLarge() throws Exception {
        var key = new ObjectKey("put/large");
        var address = store.signPut(key, HOUR, 1_000_000);
        var announced = put(address, "x".repeat(1_000_001));
        var unannounced = request(address).PUT(BodyPublishers.ofInputStream(() -> stream("x".repeat(3_000_000))));

        for (var request : List.of(announced, unannounced)) {
            var response = send(request);
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("\"code\":\"http.body.too-large\"");
        }
        assertThat(isStored(key)).isFalse();
    }

    @Test
    void aBodyOfUnknownLengthIsTakenWithinTheLimit() throws Exception {
        var key = new ObjectKey("put/chunked");
        var request = request(store.signPut(key, HOUR, 3_000_000))
                .expectContinue(true)
                .PUT(BodyPublishers.ofInputStream(() -> stream("x".repeat(3_000_000))));

        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(store.head(key).bytes()).isEqualTo(3_000_000);
    }

    @Test
    void aTakenKeyIsKeptWhereTheWriterSaysSo() throws Exception {
        var request = put(store.signPut(HELLO, HOUR, 5), "other").header("If-None-Match", "*");

        assertThat(send(request).statusCode()).isEqualTo(412);
        assertThat(read(HELLO)).isEqualTo("hello");
    }

    @Test
    void partsGoStraightToTheirUpload() throws Exception {
        var key = new ObjectKey("put/parts");
        var upload = store.begin(key, TEXT);

        var second = send(put(store.signPart(upload, 2, HOUR, 100), "world"));
        var first = store.uploadPart(upload, 1, Expectation.anything(), stream("hello "));
        var etag = header(second, "etag").replace("\"", "");
        store.complete(upload, List.of(first, new UploadedPart(2, etag)));

        assertThat(read(key)).isEqualTo("hello world");
        assertThat(send(put(store.signPart(upload, 3, HOUR, 100), "late")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotSignedIsRefused() throws Exception {
        var read = store.signGet(HELLO, HOUR);
        var write = store.signPut(HELLO, HOUR, 100);
        var elsewhere = URI.create(read.toString().replace("hello.txt", "other.txt"));
        var bare = URI.create(read.getRawPath());

        for (var request : List.of(get(bare), get(elsewhere), get(write), put(read, "x"), put(bare, "x"))) {
            var response = send(request);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).contains("\"code\":\"objects.address.refused\"");
        }
        assertThat(read(HELLO)).isEqualTo("hello");
    }

    @Test
    void whatIsGoneIsNotFound() throws Exception {
        var response = send(get(store.signGet(new ObjectKey("never/was"), HOUR)));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"code\":\"objects.object.not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "a/%2e%2e/b", "a//b", "a/", "%00", "%0a"})
    void aCrookedKeyIsRefused(String key) throws Exception {
        assertThat(statusOf("GET /internal/objects/" + key + "?op=get&sig=x HTTP/1.1\r\nHost: x\r\nConnection: close"))
                .isIn("400", "403", "404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"})
    void aWriterThatHangsUpLeavesNothing(String torn) throws Exception {
        var key = new ObjectKey("put/torn-" + torn.length());
        var address = store.signPut(key, HOUR, 100);

        try (var temps = folder.getFileSystem().newWatchService();
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            folder.resolve("temp").register(temps, ENTRY_CREATE, ENTRY_DELETE);
            socket.getOutputStream().write(("PUT " + address + " HTTP/1.1\r\nHost: x\r\n" + torn).getBytes(UTF_8));
            await(temps, ENTRY_CREATE);
            socket.shutdownOutput();
            await(temps, ENTRY_DELETE);
        }

        assertThat(isStored(key)).isFalse();
    }

    private static void await(WatchService watch, WatchEvent.Kind<Path> kind) throws InterruptedException {
        var seen = watch.poll(20, TimeUnit.SECONDS);
        assertThat(seen).isNotNull();
        assertThat(seen.pollEvents().getLast().kind().name()).isEqualTo(kind.name());
        seen.reset();
    }

    private static String statusOf(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return answer.substring(9, 12);
        }
    }

    private static HttpRequest.Builder get(URI address) {
        return request(address).GET();
    }

    private static HttpRequest.Builder put(URI address, String content) {
        return request(address).PUT(BodyPublishers.ofString(content));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(server.getURI().resolve(address)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static String read(ObjectKey key) throws IOException {
        try (var content = store.get(key)) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }

    private static boolean isStored(ObjectKey key) {
        try {
            return store.head(key).bytes() >= 0;
        } catch (ObjectNotFound e) {
            return false;
        }
    }
}
