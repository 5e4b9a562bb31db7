package io.streamverse.server.delivery;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a token costs, in time of the processor.
@Tag("bench")
class TokenRateIT {
    private static final int ROUNDS = 7;
    private static final int TOKENS = 20_000;
    private static final List<String> TRACKS =
            List.of("v-h264-240", "v-h264-360", "v-h264-480", "a-aac-en", "a-aac-de");

    @Test
    void aTokenCostsMicroseconds() {
        var ids = new Ids(InstantSource.system());
        var space = TenantSpace.live(new TenantId(ids.next(TenantId.PREFIX)));
        var asset = ids.next("ast");
        var address = MediaAddress.parse(MediaAddress.folder(space, asset, 1) + "v-h264-360/1.m4s");
        var config = new DeliveryConfig(
                "bench", "s".repeat(32), null, null, 0, null, Duration.ofSeconds(1), false, "", List.of());
        var until = Instant.now().plusSeconds(600);
        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            var tokens = new Tokens(config, InstantSource.system());
            var began = nanos();
            var made = IntStream.range(0, TOKENS)
                    .mapToObj(it -> tokens.sign(space, new Permit("pbs_" + it, asset, 1, "web", TRACKS, until, null)))
                    .toList();
            var signed = nanos();
            made.forEach(it -> tokens.verify(it, address));
            var verified = nanos();
            made.forEach(_ -> tokens.verify(made.getLast(), address));
            var round = new LinkedHashMap<String, Double>();
            round.put("sign µs", (signed - began) / 1e3 / TOKENS);
            round.put("verify µs", (verified - signed) / 1e3 / TOKENS);
            round.put("verify again µs", (nanos() - verified) / 1e3 / TOKENS);
            rounds.add(round);
        }

        Measurement.report(
                Measurement.atMost("token-sign", rounds.median("sign µs"), "µs", 20, rounds),
                Measurement.atMost("token-verify", rounds.median("verify µs"), "µs", 20, rounds));
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
