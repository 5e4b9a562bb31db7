package io.streamverse.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The user PostgreSQL runs as: the one who runs this JVM or, as it refuses root, an unprivileged one in root's place.
record ServerUser(int uid, int gid, List<String> prefix) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    /// The capabilities that let a process through folders closed to its user, the weaker one first.
    private static final List<Capability> PASSES =
            List.of(new Capability("dac_read_search", 2), new Capability("dac_override", 1));

    private record Capability(String name, int bit) {
        boolean isIn(long mask) {
            return (mask >> bit & 1) == 1;
        }
    }

    /// Root's folders give the server to nobody, another owner's folder gives it to that owner.
    static ServerUser forProgram(Path program, Path folder) {
        try {
            var self = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            if (self != ROOT) {
                if (isUnnamed(Path.of("/proc/self"))) {
                    throw new EngineFailure(
                            "User %d has no name, which PostgreSQL asks for: give it one in /etc/passwd or start as another user."
                                    .formatted(self));
                }
                return new ServerUser(self, self, List.of());
            }
            var owner = (int) Files.getAttribute(folder, "unix:uid");
            return owner == ROOT || isUnnamed(folder)
                    ? unprivileged(NOBODY, NOBODY, program)
                    : unprivileged(owner, (int) Files.getAttribute(folder, "unix:gid"), program);
        } catch (IOException failure) {
            throw EngineFailure.at(folder, failure);
        }
    }

    List<String> command(Path program, String... arguments) {
        return Stream.of(prefix.stream(), Stream.of(program.toString()), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    void own(Path place) throws IOException {
        if (!prefix.isEmpty()) {
            Files.setAttribute(place, "unix:uid", uid);
            Files.setAttribute(place, "unix:gid", gid);
        }
    }

    /// Where a parent folder is closed to that user (as /root is), the server keeps just the right to pass through.
    /// `no_setuid_fixup` is what makes access(2), which PostgreSQL asks about its binaries, heed that right too.
    private static ServerUser unprivileged(int uid, int gid, Path program) throws IOException {
        var plain = new ServerUser(uid, gid, List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        if (plain.canRun(program)) {
            return plain;
        }
        var held = heldCapabilities();
        for (var pass : PASSES) {
            var passing = plain.with(pass);
            if (pass.isIn(held) && passing.canRun(program)) {
                return passing;
            }
        }
        throw new EngineFailure(
                "%s cannot be run by user %d: name a data folder that every user can reach, on a disk that allows programs."
                        .formatted(program, uid));
    }

    /// PostgreSQL wants its user to have a name, which the owner of a folder mounted into a container may lack.
    private static boolean isUnnamed(Path folder) throws IOException {
        return Files.getOwner(folder).getName().matches("\\d+");
    }

    private ServerUser with(Capability pass) {
        var more = List.of(
                "--securebits=+no_setuid_fixup",
                "--inh-caps=-all,+" + pass.name(),
                "--ambient-caps=-all,+" + pass.name());
        return new ServerUser(
                uid, gid, Stream.concat(prefix.stream(), more.stream()).toList());
    }

    private boolean canRun(Path program) {
        return Program.run(command(program, "--version"), Path.of("/")).succeeded();
    }

    private static long heldCapabilities() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring("CapEff:".length()).strip(), 16))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
