package io.streamverse.worker.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class Pids {
    private Pids() {}

    /// Who is dead and only not buried yet is not alive.
    static boolean isAlive(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
