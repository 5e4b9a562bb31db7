package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.DebianPackage;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.FreePort;
import io.streamverse.testkit.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A cache as Debian packages it, before a stage's server, with the configuration that terraform installs.
final class Edge implements AutoCloseable {
    private static final Path TEMPLATES = Path.of("../../terraform/modules/edge/templates");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Thread::startVirtualThread)
            .build();

    private final Path folder;
    private final Process process;
    private final URI address;
    private final Path keys;
    private final List<String> reload;

    private Edge(Path folder, int port, Path keys, List<String> reload, String... command) throws IOException {
        this.folder = folder;
        this.keys = keys;
        this.reload = reload;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Eventually.is("the edge answers", this::answers);
    }

    static Edge nginx(Stage stage, Path folder) throws IOException {
        demand("/usr/lib/nginx/modules/ngx_http_js_module.so", "nginx", "libnginx-mod-http-js");
        int port = FreePort.find();
        Files.createDirectories(folder.resolve("cache"));
        var settings = Map.ofEntries(
                Map.entry("modules", "/usr/lib/nginx/modules"),
                Map.entry("user", System.getProperty("user.name")),
                Map.entry("workers", "1"),
                Map.entry("folder", folder.toString()),
                Map.entry("cache_folder", folder.resolve("cache").toString()),
                Map.entry("keys_memory", "1m"),
                Map.entry("cache_bytes", "64m"),
                Map.entry("origin_scheme", "http"),
                Map.entry("origin_host", stage.server().getURI().getAuthority()),
                Map.entry("listen", "127.0.0.1:" + port),
                Map.entry("tls", ""),
                Map.entry("edge_key", Stage.EDGE_KEY));
        render("nginx", folder, settings);
        Files.copy(TEMPLATES.resolve("nginx/token.js"), folder.resolve("token.js"));
        var keys = Files.writeString(folder.resolve("keys.json"), keys(stage));
        var configuration = folder.resolve("nginx.conf").toString();
        return new Edge(
                folder,
                port,
                keys,
                List.of("/usr/sbin/nginx", "-c", configuration, "-s", "reload"),
                "/usr/sbin/nginx",
                "-c",
                configuration,
                "-g",
                "daemon off;");
    }

    static Edge trafficServer(Stage stage, Path folder) throws IOException {
        demand("/usr/bin/traffic_server", "trafficserver", "trafficserver-experimental-plugins");
        int port = FreePort.find();
        for (var name : List.of("etc", "var", "run", "log", "cache")) {
            Files.createDirectories(folder.resolve(name));
        }
        var settings = Map.of(
                "ports",
                String.valueOf(port),
                "user",
                "#-1",
                "memory_bytes",
                "16777216",
                "cache_folder",
                folder.resolve("cache").toString(),
                "cache_bytes",
                "256M",
                "origin",
                stage.server().getURI().toString(),
                "edge_key",
                Stage.EDGE_KEY);
        render("trafficserver", folder.resolve("etc"), settings);
        Files.copy(Path.of("/etc/trafficserver/ip_allow.yaml"), folder.resolve("etc/ip_allow.yaml"));
        Files.writeString(folder.resolve("etc/plugin.config"), "");
        var keys = Files.writeString(folder.resolve("etc/uri_signing.json"), keys(stage));
        Files.writeString(folder.resolve("runroot.yaml"), """
                prefix: %1$s
                exec_prefix: %1$s
                bindir: /usr/bin
                sbindir: /usr/sbin
                sysconfdir: %1$s/etc
                datadir: %1$s/var
                includedir: %1$s
                libdir: /usr/lib/trafficserver
                libexecdir: /usr/lib/trafficserver/modules
                localstatedir: %1$s/var
                runtimedir: %1$s/run
                logdir: %1$s/log
                cachedir: %1$s/cache
                """.formatted(folder));
        var root = "--run-root=" + folder.resolve("runroot.yaml");
        return new Edge(
                folder,
                port,
                keys,
                List.of("/usr/bin/traffic_ctl", root, "config", "reload"),
                "/usr/bin/traffic_manager",
                root);
    }

    /// A folder of files, and no more than that takes.
    static Edge files(Path files) throws IOException {
        demand("/usr/sbin/nginx", "nginx");
        int port = FreePort.find();
        var folder = Files.createTempDirectory("nginx");
        Files.writeString(
                folder.resolve("nginx.conf"), """
                user %3$s;
                worker_processes 1;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 100000;
                    server { listen 127.0.0.1:%2$d; location = / { return 403; } location / { root %4$s; } }
                }
                """.formatted(folder, port, System.getProperty("user.name"), files));
        return new Edge(
                folder,
                port,
                folder,
                List.of(),
                "/usr/sbin/nginx",
                "-c",
                folder.resolve("nginx.conf") + "",
                "-g",
                "daemon off;");
    }

    /// Fetches the keys anew and takes them into use, as the guide says.
    void reload(Stage stage) throws IOException {
        Files.writeString(keys, keys(stage));
        var remap = folder.resolve("etc/remap.config");
        if (Files.exists(remap)) {
            Files.setLastModifiedTime(remap, FileTime.from(Instant.now()));
        }
        assertThat(new ProcessBuilder(reload)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("reload").toFile())
                        .start()
                        .onExit()
                        .join()
                        .exitValue())
                .isZero();
    }

    URI address() {
        return address;
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String log() {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(it -> it.endsWith("streamverse.log")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            children.forEach(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 403;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String keys(Stage stage) {
        return Api.send(stage.as(Stage.EDGE_KEY).request("GET", "/internal/delivery/keys", ""))
                .text();
    }

    /// As terraform's templatefile does it.
    private static void render(String kind, Path into, Map<String, String> settings) throws IOException {
        try (var templates = Files.list(TEMPLATES.resolve(kind))) {
            for (var template :
                    templates.filter(it -> it.toString().endsWith(".tftpl")).toList()) {
                var text = Files.readString(template);
                for (var setting : settings.entrySet()) {
                    text = text.replace("${" + setting.getKey() + "}", setting.getValue());
                }
                var name = template.getFileName().toString().replace(".tftpl", "");
                Files.write(into.resolve(name), text.replace("%%{", "%{").getBytes(UTF_8));
            }
        }
    }

    /// Installed where that is allowed; else the test is left out.
    private static void demand(String program, String... packages) {
        assumeTrue(
                DebianPackage.provides(Path.of(program), packages),
                () -> "%s is not installed and cannot be: install the Debian packages %s"
                        .formatted(program, String.join(" and ", packages)));
    }
}
