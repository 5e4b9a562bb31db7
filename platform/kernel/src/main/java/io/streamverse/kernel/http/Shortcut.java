package io.streamverse.kernel.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers what is asked very often and lies in memory, right where it comes in: without routes, filters or a thread.
/// What it leaves alone goes the usual way, which answers the same.
public interface Shortcut {
    /// Null for what is to go the usual way. Waits for nothing. What is found writes the
    /// answer, headed with the id it is given.
    @Nullable
    Function<String, FullHttpResponse> find(HttpRequest request);

    /// Whose answers they count as.
    String room();
}
