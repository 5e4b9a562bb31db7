package io.streamverse.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that speaks to PostgreSQL, Kafka and Redis over TLS, each of them with a certificate of one authority.
class TlsIT {
    private static final TestEngines ENGINES = TestEngines.shared();
    private static final Stage STAGE = Stage.alone(Map.of());
    private static Path authority;
    private static Path stranger;
    private static TlsKafka kafka;
    private static int redisPort;

    @BeforeAll
    static void demandTls(@TempDir Path folder) throws Exception {
        var issuer = authority("CN=Authority");
        var certificate = new CertificateBuilder()
                .subject("CN=127.0.0.1")
                .addSanIpAddress("127.0.0.1")
                .buildIssuedBy(issuer);
        authority = Files.writeString(folder.resolve("ca.pem"), issuer.getCertificatePEM());
        stranger = Files.writeString(
                folder.resolve("stranger.pem"), authority("CN=Stranger").getCertificatePEM());
        kafka = TlsKafka.start(Files.createDirectory(folder.resolve("kafka")), certificate);
        openRedis(folder, certificate);
        openPostgres(certificate);
    }

    @AfterAll
    static void end() {
        STAGE.close();
        kafka.close();
        STAGE.run("ALTER SYSTEM RESET ssl");
        STAGE.run("SELECT pg_reload_conf()");
        redis(it -> it.configSet("tls-port", "0"));
    }

    @Test
    void aServerSpeaksToAllOfThemOverTls() {
        var server = STAGE.anotherServer(settings(Map.of()));

        var api = new Api(server.getURI(), Stage.OPERATOR_KEY);
        Eventually.is("it is ready", () -> api.get("/health/ready").status() == 200);
        assertThat(STAGE.ask("""
                SELECT count(*) FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)
                WHERE ssl AND datname = current_database() AND application_name IN ('streamverse-control', 'streamverse-signals')
                """)).isNotIn("0", "1");
    }

    @Test
    void aDatabaseOfAnotherAuthorityIsNotBelieved() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> STAGE.anotherServer(settings(Map.of("database.control.ca", stranger))))
                .withMessageContaining("of no authority that is believed here")
                .withMessageContaining("the settings that end in .ca");
    }

    @Test
    void aKafkaOfAnotherAuthorityIsNotBelieved() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> STAGE.anotherServer(settings(Map.of("messaging.ca", stranger))))
                .withMessageContaining("of no authority that is believed here");
    }

    @Test
    void aWrongPasswordOfKafkaIsSaid() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> STAGE.anotherServer(settings(Map.of("messaging.password", "wrong"))))
                .withMessageContaining("Kafka does not let us in");
    }

    @Test
    void aRedisOfAnotherAuthorityIsNotBelieved() {
        var server = STAGE.anotherServer(settings(Map.of("redis.ca", stranger)));

        var api = new Api(server.getURI(), Stage.OPERATOR_KEY);
        Eventually.is(
                "it says why",
                () -> api.get("/health/ready").text().contains("unable to find valid certification path"));
    }

    private static Map<String, Object> settings(Map<String, Object> others) {
        var database = ENGINES.postgres().jdbcUrl(Objects.requireNonNull(STAGE.ask("SELECT current_database()")));
        var settings = new HashMap<String, Object>(Map.of(
                "database.control.url", database,
                "database.control.ca", authority,
                "database.tenants.url", database,
                "database.tenants.ca", authority,
                "messaging.bootstrap-servers", kafka.address(),
                "messaging.protocol", "SASL_SSL",
                "messaging.ca", authority,
                "messaging.username", TlsKafka.USER,
                "messaging.password", TlsKafka.PASSWORD));
        settings.put("redis.url", "rediss://player:its-password@127.0.0.1:" + redisPort);
        settings.put("redis.ca", authority);
        settings.putAll(others);
        return settings;
    }

    private static X509Bundle authority(String name) throws Exception {
        return new CertificateBuilder()
                .subject(name)
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    /// Its files belong to the user that it runs as, so it writes them itself.
    private static void openPostgres(X509Bundle certificate) {
        copyToPostgres("server.crt", certificate.getCertificatePathPEM());
        copyToPostgres("server.key", certificate.getPrivateKeyPEM());
        STAGE.run("ALTER SYSTEM SET ssl = on");
        STAGE.run("SELECT pg_reload_conf()");
        Eventually.is("PostgreSQL offers TLS", () -> "on".equals(STAGE.ask("SHOW ssl")));
    }

    private static void copyToPostgres(String file, String text) {
        STAGE.run("COPY (SELECT '%s') TO PROGRAM 'umask 077; base64 -d > %s'"
                .formatted(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)), file));
    }

    private static void openRedis(Path folder, X509Bundle certificate) throws IOException {
        var chain = Files.writeString(folder.resolve("redis.crt"), certificate.getCertificatePathPEM());
        var key = Files.writeString(folder.resolve("redis.key"), certificate.getPrivateKeyPEM());
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            redisPort = socket.getLocalPort();
        }
        redis(it -> {
            it.configSet("tls-cert-file", chain.toString());
            it.configSet("tls-key-file", key.toString());
            it.configSet("tls-ca-cert-file", authority.toString());
            it.configSet("tls-auth-clients", "no");
            it.configSet("tls-port", String.valueOf(redisPort));
            it.dispatch(
                    CommandType.ACL,
                    new StatusOutput<>(StringCodec.UTF8),
                    new CommandArgs<>(StringCodec.UTF8)
                            .add("SETUSER")
                            .add("player")
                            .add("on")
                            .add(">its-password")
                            .add("~*")
                            .add("+@all"));
        });
    }

    private static void redis(Consumer<RedisCommands<String, String>> work) {
        try (var client = RedisClient.create(RedisURI.create(ENGINES.redis().uri()));
                var connection = client.connect()) {
            work.accept(connection.sync());
        }
    }
}
