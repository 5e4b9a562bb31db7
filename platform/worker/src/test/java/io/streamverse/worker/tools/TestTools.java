package io.streamverse.worker.tools;

import java.nio.file.Path;
import java.util.List;

/// The real tools, unpacked once for all tests of the module.
public final class TestTools {
    private static final Tools TOOLS = new Tools(new ToolsConfig(Path.of("target", "tools"), 0));

    private TestTools() {}

    public static Tools tools() {
        return TOOLS;
    }

    /// Any program at all, where a test needs one that does as it is told.
    static Tool shell(String script) {
        return new Command(() -> Path.of("/bin/sh"), List.of("-c", script), Limits.DEFAULT);
    }
}
