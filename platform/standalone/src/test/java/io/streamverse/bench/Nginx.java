package io.streamverse.bench;

import io.streamverse.testkit.DebianPackage;
import io.streamverse.testkit.FreePort;
import io.streamverse.testkit.bench.Load;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The yardstick: nginx with a file that is packed already, on as many processes as there are processors.
final class Nginx implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private final Process process;
    private final InetSocketAddress address;

    private Nginx(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    static void demand() {
        if (!DebianPackage.provides(PROGRAM, "nginx")) {
            throw new IllegalStateException("This benchmark compares with nginx: install the Debian package nginx.");
        }
    }

    /// Serves `<name>.gz` in the folder as `/<name>` to those who take gzip.
    static Nginx serving(Path folder, String contentType) throws IOException {
        int port = FreePort.find();
        var config = Files.writeString(folder.resolve("nginx.conf"), """
                %s
                worker_processes auto;
                daemon off;
                pid %s/nginx.pid;
                error_log %s/error.log;
                events { worker_connections 512; }
                http {
                  access_log off;
                  keepalive_requests 100000000;
                  tcp_nodelay on;
                  sendfile on;
                  open_file_cache max=100 inactive=60s;
                  default_type %s;
                  client_body_temp_path %s;
                  server { listen 127.0.0.1:%d; root %s; gzip_static always; etag on; }
                }
                """.formatted(
                        System.getProperty("user.name").equals("root") ? "user root;" : "",
                        folder,
                        folder,
                        contentType,
                        folder.resolve("temp"),
                        port,
                        folder));
        var process = new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-c", config.toString())
                .inheritIO()
                .start();
        var nginx = new Nginx(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        while (!nginx.listens()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx did not start");
            }
            Thread.onSpinWait();
        }
        return nginx;
    }

    Load load(int connections) {
        return new Load(address, connections);
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(address, 100);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
