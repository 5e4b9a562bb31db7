package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnOptionsTest {
    @Test
    void aPersonsOwnOptionsStandBehindOurs() {
        var command = OwnOptions.command("/jdk/bin/java", "java\0-Xmx2g\0-jar\0a place/streamverse.jar\0");

        assertThat(command)
                .startsWith("/jdk/bin/java", "-Dstreamverse.options=own", "-Xmx512m")
                .endsWith("-Xmx2g", "-jar", "a place/streamverse.jar");
    }

    @Test
    void aChosenCollectorIsTheOnlyOne() {
        assertThat(OwnOptions.command("java", "java\0-XX:+UseZGC\0-jar\0streamverse.jar\0"))
                .filteredOn(it -> it.endsWith("GC"))
                .containsExactly("-XX:+UseZGC");
    }
}
