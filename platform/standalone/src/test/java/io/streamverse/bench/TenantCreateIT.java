package io.streamverse.bench;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A sign-up answers when the tenant is usable: schema, role, keys.
@Tag("bench")
class TenantCreateIT {
    private static final int WARM_UP = 10;
    private static final int SIGN_UPS = 30;

    @Test
    void aTenantIsMadeWithinAFifthOfASecond() {
        var data = StandaloneProcess.newFolder();
        var rounds = new Rounds();
        try (var standalone = StandaloneProcess.start(data)) {
            for (int i = 0; i < WARM_UP; i++) {
                standalone.newTenant("warm-" + i);
            }
            for (int i = 0; i < SIGN_UPS; i++) {
                var began = System.nanoTime();
                standalone.newTenant("tenant-" + i);
                rounds.add(Map.of("create ms", (System.nanoTime() - began) / 1e6));
            }
        }
        StandaloneProcess.discard(data);

        Measurement.report(
                Measurement.atMost("tenant-create", rounds.median("create ms"), "ms", 200, rounds),
                Measurement.atMost("tenant-create-p95", rounds.percentile("create ms", 95), "ms", 200, rounds));
    }
}
