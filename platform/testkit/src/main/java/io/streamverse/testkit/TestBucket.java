package io.streamverse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket of a store that speaks S3 and checks signatures as it does: S3Proxy in a JVM of its own, which holds
/// everything in memory.
public final class TestBucket implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("basedir", ""), "..", "kernel", "target", "s3proxy.jar");
    private static final String NAME = "media";
    private static final String ID = "the-tests";
    private static final String SECRET = "secret-of-the-tests";
    private final URI endpoint;
    private final Process process;
    private final S3Client client;

    private TestBucket(int port, Process process) {
        this.endpoint = URI.create("http://127.0.0.1:" + port);
        this.process = process;
        this.client = S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, SECRET)))
                .build();
    }

    public static TestBucket start(Path folder) {
        var port = FreePort.find();
        var process = begin(folder, port);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        Eventually.is("S3Proxy answers; see " + folder, () -> answers(port));
        var bucket = new TestBucket(port, process);
        bucket.client.createBucket(it -> it.bucket(NAME));
        return bucket;
    }

    /// A server's settings that let it keep its objects here.
    public Map<String, Object> settings() {
        return Map.of(
                "storage.kind",
                "s3",
                "storage.s3.bucket",
                NAME,
                "storage.s3.endpoint",
                endpoint,
                "storage.s3.path-style",
                true,
                "storage.s3.access-key-id",
                ID,
                "storage.s3.secret-access-key",
                SECRET);
    }

    public List<String> keys(String prefix) {
        return client.listObjectsV2Paginator(it -> it.bucket(NAME).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /// Nobody answers any more, and what it held is gone.
    @Override
    public void close() {
        client.close();
        process.destroyForcibly().onExit().join();
    }

    private static Process begin(Path folder, int port) {
        try {
            var settings = Files.writeString(
                    Files.createDirectories(folder).resolve("s3proxy.properties"), """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=transient
                    jclouds.identity=memory
                    jclouds.credential=memory
                    """.formatted(port, ID, SECRET));
            var java = Path.of(System.getProperty("java.home"), "bin", "java");
            return new ProcessBuilder(
                            java.toString(),
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-jar",
                            JAR.toString(),
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
