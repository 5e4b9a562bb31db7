package io.streamverse.server.beacons;

import static io.streamverse.server.beacons.Message.event;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPOutputStream;

/// What no player sends, of every kind in turn. One playback's message comes again and again, soon too often; what has
/// to be read before it is refused comes from a playback of its own for each thousand messages.
final class Garbage {
    static final int KINDS = 10;
    private static final String REPLAYED = "pbs_replayed";
    private static final int SELDOM = 100;
    private static final int CHUNK = 64 << 10;
    private static final int MOST_CHUNKS = 1_000;
    private static final byte[] LONG = "x".repeat(70_000).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DEEP = ("{\"device\":" + "[".repeat(60_000)).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOMB = zeros(16 << 20);

    private final Stage stage;
    private final TenantSpace space;
    private final Api anybody;
    private final String replaying;
    private final String over;
    private final Map<String, Object> told = Message.of(REPLAYED, List.of(event("start", Map.of())));
    private final List<IntUnaryOperator> kinds = List.of(
            _ -> told(EventsController.PATH),
            this::forged,
            it -> told(EventsController.PATH + "?token=" + Integer.toHexString(it)),
            this::overOrWithoutASignature,
            _ -> replayed(),
            it -> sent(odd(it), noise(it)),
            it -> told(odd(it)),
            it -> sent(odd(it), DEEP),
            it -> isSeldom(it) ? endless(odd(it)) : sent(odd(it), LONG),
            it -> isSeldom(it) ? sent(odd(it), BOMB, "Content-Encoding", "gzip") : sent(odd(it), new byte[0]));

    Garbage(Stage stage, TenantSpace space) {
        this.stage = stage;
        this.space = space;
        this.anybody = stage.as("");
        this.replaying = address(REPLAYED, 600);
        this.over = address("pbs_over", -90_000);
    }

    /// The status that was answered.
    int send(int number) {
        return kinds.get(number % KINDS).applyAsInt(number);
    }

    private int forged(int number) {
        return told(replaying.substring(0, replaying.length() - 6) + "%06d".formatted(number % 1_000_000));
    }

    private int overOrWithoutASignature(int number) {
        return told(isSeldom(number) ? replaying.substring(0, replaying.lastIndexOf('.') + 1) : over);
    }

    private int replayed() {
        return told(replaying);
    }

    private String odd(int number) {
        return address("pbs_odd_" + number / 1_000, 600);
    }

    private static boolean isSeldom(int number) {
        return number / KINDS % SELDOM == 0;
    }

    private int told(String address) {
        return anybody.post(address, told).status();
    }

    private int sent(String address, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(anybody.url().resolve(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        return Api.send((headers.length == 0 ? request : request.headers(headers)).build())
                .status();
    }

    /// Of one that sends until nobody takes any more.
    private int endless(String address) {
        var url = anybody.url();
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var out = socket.getOutputStream();
            var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n".formatted(address);
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            var chunk = (Integer.toHexString(CHUNK) + "\r\n" + "x".repeat(CHUNK) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            var in = socket.getInputStream();
            for (int sent = 0; sent < MOST_CHUNKS && in.available() == 0; sent++) {
                out.write(chunk);
            }
            return Integer.parseInt(new String(in.readNBytes(12), StandardCharsets.US_ASCII).substring(9));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(String session, int endsInSeconds) {
        var until = Instant.now().plusSeconds(endsInSeconds);
        var play = new Play(space, session, "ttl_1", "ast_1", 60_000, "web", "FR", "vwr_1", until);
        return stage.server().getApplicationContext().getBean(Beacons.class).address("", play);
    }

    private static byte[] noise(int number) {
        var random = new Random(number);
        var bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] zeros(int bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(new byte[bytes]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
