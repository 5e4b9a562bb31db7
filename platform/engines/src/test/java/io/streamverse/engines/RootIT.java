package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL refuses to run as root; these start it on root's behalf, and as the ordinary user most people are.
class RootIT {
    /// On every Debian, by the name of daemon.
    private static final int SOMEBODY = 1;

    private static final int UNNAMED = 23_456;
    /// What Docker leaves to root in a container.
    private static final List<String> IN_A_CONTAINER = List.of(
            "setpriv",
            "--inh-caps=-all",
            "--bounding-set=-all,+chown,+dac_override,+fsetid,+fowner,+setgid,+setuid,+setpcap,+kill");

    @TempDir
    private Path temporary;

    @BeforeEach
    void onlyRootMayBecomeAnother() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
    }

    @Test
    void rootGivesPostgresToNobody() throws Exception {
        allow(temporary, "rwxr-xr-x");

        assertThat(userAndCapabilities()).containsExactly("65534", "0000000000000000");
    }

    @Test
    void rootGivesPostgresToTheOwnerOfTheFolder() throws Exception {
        allow(temporary, "rwxr-xr-x");
        folderOf(SOMEBODY);

        assertThat(userAndCapabilities()).containsExactly("" + SOMEBODY, "0000000000000000");
    }

    @Test
    void anOwnerWithoutANameIsNobody() throws Exception {
        allow(temporary, "rwxr-xr-x");
        folderOf(UNNAMED);

        assertThat(userAndCapabilities()).containsExactly("65534", "0000000000000000");
    }

    @Test
    void behindAClosedFolderPostgresMayPassAndNothingElse() throws Exception {
        allow(temporary, "rwx------");

        assertThat(userAndCapabilities()).containsExactly("65534", "0000000000000004");
    }

    @Test
    void behindAClosedFolderInAContainerItPassesToo() throws Exception {
        allow(temporary, "rwx------");

        try (var jvm = ChildJvm.serving(ChildJvm.classPath(), IN_A_CONTAINER, data(), "word")) {
            assertThat(userAndCapabilities(jvm.engines().getFirst())).containsExactly("65534", "0000000000000002");
        }
    }

    @Test
    void anOrdinaryUserStartsAndStopsEverything() throws Exception {
        allow(temporary, "rwxr-xr-x");
        folderOf(SOMEBODY);

        List<Long> processes;
        try (var jvm = ChildJvm.serving(readableClassPath(), as(SOMEBODY), data())) {
            processes = jvm.engines();
            assertThat(processes).allMatch(pid -> status(pid, "Uid").equals("" + SOMEBODY));
        }

        assertThat(processes).allMatch(pid -> Program.commandOf(pid).isEmpty());
    }

    @Test
    void aUserWithoutANameIsToldSo() throws Exception {
        allow(temporary, "rwxr-xr-x");
        folderOf(UNNAMED);

        assertThat(ChildJvm.failing(readableClassPath(), as(UNNAMED), data()))
                .isEqualTo(
                        "failed User 23456 has no name, which PostgreSQL asks for: give it one in /etc/passwd or start as another user.");
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedInOneSentence() throws Exception {
        allow(temporary, "rwxr-xr-x");
        Files.createDirectory(data());

        assertThat(ChildJvm.failing(readableClassPath(), as(SOMEBODY), data()))
                .isEqualTo("failed %s may not be used by this user: start as its owner or name another data folder."
                        .formatted(data()));
    }

    private List<String> userAndCapabilities() {
        var folder = Folders.create(data(), "rwxr-xr-x").resolve("postgres");
        try (var postgres = EmbeddedPostgres.start(Folders.create(folder, "rwx--x--x"), _ -> {})) {
            return userAndCapabilities(postgres.pid());
        }
    }

    private static List<String> userAndCapabilities(long pid) {
        return List.of(status(pid, "Uid"), status(pid, "CapEff"));
    }

    private static String status(long pid, String field) {
        return Folders.read(Path.of("/proc/%d/status".formatted(pid)))
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.replaceFirst("\\w+:\\s+(\\S+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    /// Root's Maven repository and checkout may be closed to others.
    private String readableClassPath() throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : ChildJvm.classPath().split(":", -1)) {
            var copy = temporary.resolve("class-path-" + copies.size());
            copy(Path.of(entry), copy);
            copies.add(copy.toString());
        }
        return String.join(":", copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (var path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static List<String> as(int user) {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private void folderOf(int user) throws IOException {
        Files.createDirectory(data());
        Files.setAttribute(data(), "unix:uid", user);
        Files.setAttribute(data(), "unix:gid", user);
    }

    private static void allow(Path place, String permissions) throws IOException {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
    }
}
