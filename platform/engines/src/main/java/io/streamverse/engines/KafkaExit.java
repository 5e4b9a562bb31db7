package io.streamverse.engines;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kafka takes the JVM for its own and halts it when it cannot go on, on a full disk for one. While it starts and stops
/// its exception says enough; while it serves, this JVM ends in order, so that the other engines stop cleanly too.
final class KafkaExit implements Exit.Procedure {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);

    private volatile boolean serving;

    void serve() {
        serving = true;
    }

    void retire() {
        serving = false;
    }

    @Override
    public void execute(int status, @Nullable String message) {
        if (serving) {
            retire();
            LOG.error(
                    "Kafka cannot go on and StreamVerse stops: see the errors above, free some space on its disk if it is full, and start again.");
            Thread.ofPlatform()
                    .name("kafka-exit")
                    .start(() -> Runtime.getRuntime().exit(status));
        }
    }
}
