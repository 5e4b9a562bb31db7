package io.streamverse.server;

import io.netty.pkitesting.X509Bundle;
import io.streamverse.testkit.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A broker that demands TLS and a password.
final class TlsKafka implements AutoCloseable {
    static final String USER = "streamverse";
    static final String PASSWORD = "password-of-the-tests";
    private final KafkaRaftServer server;
    private final int port;

    private TlsKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static TlsKafka start(Path folder, X509Bundle certificate) throws Exception {
        new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                .run();
        var port = FreePort.find();
        var controllerPort = FreePort.find();
        var inside = FreePort.find();
        var listeners = "INSIDE://127.0.0.1:%d,OUTSIDE://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(inside, port, controllerPort);
        var settings = Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "INSIDE"),
                Map.entry("listener.security.protocol.map", "INSIDE:PLAINTEXT,OUTSIDE:SASL_SSL,CONTROLLER:PLAINTEXT"),
                Map.entry("listeners", listeners),
                Map.entry("advertised.listeners", listeners),
                Map.entry("log.dir", folder.toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
                Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                Map.entry(
                        "listener.name.outside.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("listener.name.outside.ssl.keystore.type", "PEM"),
                Map.entry("listener.name.outside.ssl.keystore.certificate.chain", certificate.getCertificatePathPEM()),
                Map.entry("listener.name.outside.ssl.keystore.key", certificate.getPrivateKeyPEM()));
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        admit("127.0.0.1:" + inside);
        return new TlsKafka(server, port);
    }

    private static void admit(String broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var credential = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, credential, PASSWORD)))
                    .all()
                    .get();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
