package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a newcomer runs into is one clear sentence.
class NewcomerRefusalsIT {
    @TempDir
    Path data;

    @Test
    void anOldJavaIsTold() throws IOException {
        var old = oldJava();
        assumeThat(old).as("an older JDK on this machine").isNotEmpty();

        var jar = Jar.start(
                Map.of(),
                List.of(old, "-jar", Jar.TARGET.resolve("streamverse.jar").toString()));

        assertThat(refusal(jar)).startsWith("StreamVerse needs Java 25 and this is Java 1");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            assertThat(refusal("STREAMVERSE_PORT", port)).contains("Port " + port, "STREAMVERSE_PORT");
        }
    }

    @Test
    void aTakenManagementPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            assertThat(refusal("STREAMVERSE_MANAGEMENT_PORT", port)).contains(port, "STREAMVERSE_MANAGEMENT_PORT");
        }
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThat(refusal("STREAMVERSE_PORT", "80800")).contains("STREAMVERSE_PORT is \"80800\"");
    }

    @Test
    void aNumberOfDatabasesThatIsNoneIsNamed() {
        assertThat(refusal("STREAMVERSE_DATABASES", "ten")).contains("STREAMVERSE_DATABASES is \"ten\"");
    }

    @Test
    void aShortOperatorKeyIsNotShown() {
        assertThat(refusal("STREAMVERSE_OPERATOR_KEY", "swordfish"))
                .contains("STREAMVERSE_OPERATOR_KEY", "32 characters")
                .doesNotContain("swordfish");
    }

    @Test
    void aFolderOfAnotherReleaseIsLeftAlone() throws IOException {
        Files.writeString(data.resolve("version"), "data=99\npostgres=42\n");

        assertThat(refusal("STREAMVERSE_DATA", data.toString())).contains("another release", "data version 99");
    }

    @Test
    void aFolderInUseIsLeftAlone() throws IOException {
        try (var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            assertThat(refusal("STREAMVERSE_DATA", data.toString())).contains("Another StreamVerse is running on");
        }
    }

    @Test
    void aFolderOfSomebodyElsesIsNamed() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        var java =
                List.of(Jar.JAVA, "-jar", Jar.TARGET.resolve("streamverse.jar").toString());

        var jar = Jar.start(environment("STREAMVERSE_DATA", data.toString()), Jar.isRoot() ? Jar.asNobody(java) : java);

        assertThat(refusal(jar)).contains(data.toString(), "may not be used by this user");
    }

    @Test
    void aFullDiskIsNamed() throws IOException, InterruptedException {
        assumeThat(Jar.isRoot()).as("root, who may mount a small disk").isTrue();
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", data.toString()))
                .as("mounted")
                .isZero();

        try {
            assertThat(refusal("STREAMVERSE_DATA", data.toString())).contains("The disk that holds", "is full");
        } finally {
            run("umount", data.toString());
        }
    }

    @Test
    void theServerAloneAsksForItsDatabase() {
        var jar = Jar.start(Map.of(), List.of(Jar.JAVA, "-cp", Jar.TARGET + "/lib/*", "io.streamverse.server.Main"));

        assertThat(jar.ended()).isEqualTo(1);
        assertThat(jar.said().lines().filter(it -> !it.startsWith("WARNING: ")))
                .singleElement()
                .asString()
                .contains(
                        "\"level\":\"ERROR\"",
                        "server does not start. Set what has no default: database.control.url",
                        "DATABASE_CONTROL_URL");
    }

    private String refusal(String variable, String value) {
        return refusal(Jar.start(environment(variable, value)));
    }

    private Map<String, String> environment(String variable, String value) {
        return variable.equals("STREAMVERSE_DATA")
                ? Map.of(variable, value, "STREAMVERSE_PORT", "0")
                : Map.of("STREAMVERSE_DATA", data.toString(), variable, value);
    }

    private static String refusal(Jar jar) {
        assertThat(jar.ended()).as(jar.said()).isEqualTo(1);
        assertThat(jar.said().strip()).hasLineCount(1).endsWith(".");
        return jar.said();
    }

    private static String oldJava() throws IOException {
        var homes = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(homes)) {
            return "";
        }
        try (var all = Files.list(homes)) {
            return all.filter(home -> release(home).matches("(?s).*JAVA_VERSION=\"(1\\.|1\\d|2[0-4]).*"))
                    .map(home -> home.resolve("bin/java").toString())
                    .findFirst()
                    .orElse("");
        }
    }

    private static String release(Path home) {
        try {
            return Files.readString(home.resolve("release"));
        } catch (IOException e) {
            return "";
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
