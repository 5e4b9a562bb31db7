package io.streamverse.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.GenericArgument;
import io.streamverse.kernel.app.App;
import io.streamverse.media.work.Work;
import io.streamverse.worker.work.Runner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnersIT {
    @TempDir
    private Path folder;

    @Test
    void theWorkerHasThem() {
        var server = App.named("worker")
                .with("micronaut.server.port", -1)
                .with("management.port", -1)
                .with("worker.server-url", "http://localhost:1")
                .with("worker.key", "worker-key-of-the-tests-01234567890123")
                .with("worker.folder", folder.toString())
                .start();
        try {
            var context = server.getApplicationContext();
            assertThat(context.getBean(new GenericArgument<Runner<Work.Analyse>>() {})
                            .kind())
                    .isEqualTo(Work.Analyse.class);
            assertThat(context.getBean(new GenericArgument<Runner<Work.Fetch>>() {})
                            .kind())
                    .isEqualTo(Work.Fetch.class);
        } finally {
            App.stop(server);
        }
    }
}
