package io.streamverse.kernel.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that checks signatures as S3 does, over what it holds in memory. Its classes see none of ours.
public final class S3Proxy {
    public static final String ID = "the-tests";
    public static final String SECRET = "secret-of-the-tests";
    private static final Path JAR = Path.of(System.getProperty("basedir", ""), "target", "s3proxy.jar");
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private final URI endpoint;

    private S3Proxy(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static S3Proxy shared() {
        return Shared.SERVER;
    }

    public URI endpoint() {
        return endpoint;
    }

    /// A new one.
    public S3Bucket bucket() {
        var bucket = bucket("bucket-" + BUCKETS.incrementAndGet(), SECRET);
        try (var client = bucket.client()) {
            client.createBucket(it -> it.bucket(bucket.name()));
        }
        return bucket;
    }

    S3Bucket bucket(String name, String secret) {
        return new S3Bucket(name, "us-east-1", endpoint, null, true, ID, secret, null, 50, Duration.ofSeconds(10));
    }

    @SuppressWarnings("ClassLoader") // Lives as long as the JVM.
    private static S3Proxy begin() {
        try {
            var endpoint = URI.create("http://127.0.0.1:" + freePort());
            var settings = Files.writeString(
                    Files.createTempFile("s3proxy", ".properties"), """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=transient
                    jclouds.identity=memory
                    jclouds.credential=memory
                    """.formatted(endpoint, ID, SECRET));
            System.setProperty("LOG_LEVEL", "error");
            System.setProperty("JETTY_LOG_LEVEL", "error");
            System.setProperty("logback.statusListenerClass", "ch.qos.logback.core.status.NopStatusListener");
            var classes = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(classes);
            classes.loadClass("org.gaul.s3proxy.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {"--properties", settings.toString()});
            return new S3Proxy(endpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(JAR + " is no S3Proxy", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("S3Proxy does not start", e.getCause());
        } finally {
            Thread.currentThread().setContextClassLoader(S3Proxy.class.getClassLoader());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Shared {
        static final S3Proxy SERVER = begin();
    }
}
