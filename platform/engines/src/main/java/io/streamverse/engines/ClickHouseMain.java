package io.streamverse.engines;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// ClickHouse's engine in a process of its own, so that it takes nobody along when it dies. It works in its folder with
/// names that are plain ASCII, and ends when its input does: with the JVM that started it.
final class ClickHouseMain {
    static final String LIBRARY = "libchdb.so";
    static final String PASSWORD = "password";
    private static final int CONNECTIONS = 4;

    private ClickHouseMain() {}

    public static void main(String[] args) throws IOException {
        var engine = new Chdb("./" + LIBRARY, Path.of("data"));
        engine.leaveSignalsAlone();
        var http = new ClickHouseHttp(engine, CONNECTIONS, Folders.read(Path.of(PASSWORD)));
        var server = HttpServer.create(new InetSocketAddress(LoopbackPort.address(), Integer.parseInt(args[0])), 100);
        server.createContext("/", http);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        while (System.in.read() >= 0) {
            // Nobody writes here: only the end of it is awaited.
        }
        http.close();
        Runtime.getRuntime().halt(0);
    }
}
