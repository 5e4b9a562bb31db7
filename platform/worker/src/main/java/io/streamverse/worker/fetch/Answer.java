package io.streamverse.worker.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The answer to one GET, HTTP/1.1, on a connection of its own.
record Answer(int status, Map<String, String> headers, InputStream body, Guard guard) implements Closeable {
    static Answer to(Target target, Map<String, String> extra, Socket socket, Guard guard) throws IOException {
        var request = new StringBuilder("GET %s HTTP/1.1\r\n".formatted(target.pathAndQuery()));
        request.append("Host: ").append(target.authority()).append("\r\n");
        request.append("User-Agent: StreamVerse\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        extra.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        var in = new BufferedInputStream(guard.counting(socket.getInputStream()), 1 << 16);
        return read(new HeadReader(in), guard);
    }

    private static Answer read(HeadReader reader, Guard guard) throws IOException {
        var status = reader.line();
        if (!status.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("No HTTP answer");
        }
        var headers = new TreeMap<String, String>();
        for (var line = reader.line(); !line.isEmpty(); line = reader.line()) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Answer(Integer.parseInt(status.substring(9, 12)), headers, body(headers, reader.rest()), guard);
    }

    private static InputStream body(Map<String, String> headers, InputStream rest) throws IOException {
        var coding = headers.getOrDefault("transfer-encoding", "identity");
        if (coding.equalsIgnoreCase("chunked")) {
            return new ChunkedBody(rest);
        }
        if (!coding.equalsIgnoreCase("identity")) {
            throw new IOException("The answer is coded as " + coding);
        }
        return rest;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    OptionalLong length() {
        var length = headers.getOrDefault("content-length", "");
        return length.matches("\\d{1,18}") && !headers.containsKey("transfer-encoding")
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    /// Though it was asked for as it is; nothing here unpacks it.
    boolean isPacked() {
        return !headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity");
    }

    boolean isRedirect() {
        return headers.containsKey("location")
                && switch (status) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
    }

    @Override
    public void close() throws IOException {
        guard.close();
    }
}
