package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnOptionsTest {
    @Test
    void aPersonsOwnOptionsStandBehindOurs() {
        var command =
                OwnOptions.command("/jdk/bin/java", "java\0-Xmx2g\0-jar\0a place/streamverse.jar\0", Optional.empty());

        assertThat(command)
                .startsWith("/jdk/bin/java", "-Dstreamverse.options=own", "-Xmx512m")
                .endsWith("-Xmx2g", "-jar", "a place/streamverse.jar");
    }

    @Test
    void whatWasRehearsedIsUsedUnlessAPersonSaysOtherwise() {
        var cache = Optional.of(Path.of("/jars/streamverse.aot"));

        assertThat(OwnOptions.command("java", "java\0-jar\0streamverse.jar\0", cache))
                .contains("-XX:AOTCache=/jars/streamverse.aot", "-Xlog:aot*=off");
        assertThat(OwnOptions.command("java", "java\0-XX:AOTMode=off\0-jar\0streamverse.jar\0", cache))
                .filteredOn(it -> it.startsWith("-XX:AOT"))
                .containsExactly("-XX:AOTMode=off");
    }

    @Test
    void aChosenCollectorIsTheOnlyOne() {
        assertThat(OwnOptions.command("java", "java\0-XX:+UseZGC\0-jar\0streamverse.jar\0", Optional.empty()))
                .filteredOn(it -> it.endsWith("GC"))
                .containsExactly("-XX:+UseZGC");
    }
}
