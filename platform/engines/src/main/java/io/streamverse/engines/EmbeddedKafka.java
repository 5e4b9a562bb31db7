package io.streamverse.engines;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/// A Kafka broker with its controller in this JVM, on 127.0.0.1, with its data kept. Topics are declared, never made by
/// the first message to them: a misspelt topic is an error here as it is on a cluster.
public final class EmbeddedKafka implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final KafkaExit exit;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, KafkaExit exit, int port) {
        this.server = server;
        this.exit = exit;
        this.port = port;
    }

    /// On the folder's port, where that is still free; the folder is there already.
    public static EmbeddedKafka start(Path folder, Progress progress) {
        if (folder.toString().contains(",")) {
            throw new EngineFailure("Kafka takes no comma in %s: name another data folder.".formatted(folder));
        }
        return Step.timed("Starting Kafka", progress, () -> launch(folder, KafkaFiles.format(folder), ATTEMPTS));
    }

    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    @Override
    public void close() {
        exit.retire();
        server.shutdown();
        server.awaitShutdown();
    }

    private static EmbeddedKafka launch(Path folder, Path log, int attempts) {
        var port = LoopbackPort.keptIn(folder.resolve("port"));
        var controllerPort = LoopbackPort.keptIn(folder.resolve("controller-port"), port);
        var exit = new KafkaExit();
        Exit.setExitProcedure(exit);
        Exit.setHaltProcedure(exit);
        try {
            var settings = KafkaFiles.settings(log, port, controllerPort);
            var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            exit.serve();
            return new EmbeddedKafka(server, exit, port);
        } catch (RuntimeException failure) {
            if (attempts > 1 && !(LoopbackPort.isFree(port) && LoopbackPort.isFree(controllerPort))) {
                return launch(folder, log, attempts - 1);
            }
            throw EngineFailure.of("Starting Kafka", folder, reason(failure), failure);
        }
    }

    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure.toString() : failure.getMessage() + ", " + reason(cause);
    }
}
