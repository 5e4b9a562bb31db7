package io.streamverse.worker.tools;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs that read and write media. None of them sees the network, or any file that it is not given.
@Singleton
public final class Tools {
    private static final List<String> ONLY_FILES = List.of("-protocol_whitelist", "file,pipe");
    private final ToolFolder folder;
    private final int nice;

    Tools(ToolsConfig config) {
        this.folder = new ToolFolder(config.folder());
        this.nice = config.nice();
    }

    /// How a file is named to FFmpeg, whatever it is called: never an option, a protocol or a pattern.
    public static String file(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    /// Inputs and outputs are named by `file`.
    public Tool ffmpeg(List<String> arguments) {
        var all = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-progress", "pipe:1"));
        for (var argument : arguments) {
            if (argument.equals("-i")) {
                all.addAll(ONLY_FILES);
            }
            all.add(argument);
        }
        return tool(Program.FFMPEG, all);
    }

    public Tool ffprobe(List<String> arguments) {
        var all = new ArrayList<>(List.of("-hide_banner"));
        all.addAll(ONLY_FILES);
        all.addAll(arguments);
        return tool(Program.FFPROBE, all);
    }

    public Tool packager(List<String> arguments) {
        return tool(Program.PACKAGER, arguments);
    }

    private Tool tool(Program program, List<String> arguments) {
        return new Command(() -> folder.find(program), List.copyOf(arguments), Limits.DEFAULT.nice(nice));
    }
}
