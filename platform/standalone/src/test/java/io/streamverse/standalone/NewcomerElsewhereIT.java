package io.streamverse.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewcomerElsewhereIT {
    @Test
    void anOrdinaryUserInAPlaceWithSpacesNeedsNoNetwork(@TempDir Path folder) throws IOException {
        var place = Files.createSymbolicLink(folder.resolve("a place with spaces"), Jar.TARGET);
        var java = List.of(Jar.JAVA, "-jar", place.resolve("streamverse.jar").toString());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assumeThat(!Jar.isRoot() || mayRead(Jar.TARGET))
                .as("a checkout that others may read")
                .isTrue();

        try (var jar = Jar.start(
                Map.of("STREAMVERSE_DATA", folder + "/my data", "STREAMVERSE_PORT", "0"),
                Jar.isRoot() ? Jar.withoutNetwork(Jar.asNobody(java)) : java)) {
            jar.awaitReady();

            assertThat(jar.said()).contains(folder + "/my data/operator.key").doesNotContain("WARN", "Exception");
        }
        assertThat(Processes.on(folder).all()).isEmpty();
    }

    private static boolean mayRead(Path place) throws IOException {
        for (var folder = place; folder.getParent() != null; folder = folder.getParent()) {
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                    .endsWith("x")) {
                return false;
            }
        }
        return true;
    }
}
