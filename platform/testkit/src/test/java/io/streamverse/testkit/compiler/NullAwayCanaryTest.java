package io.streamverse.testkit.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// NullAway has been seen finding nothing, silently, on some compilers. Here it must sing.
@Tag("check")
class NullAwayCanaryTest {
    @TempDir
    Path folder;

    @Test
    void aMissingValueIsNeitherUsedNorPassedOn() throws Exception {
        var compilation = Compilation.of(folder, "return length(name) + name.length() + box.content().length();");

        assertThat(compilation.output())
                .contains("error: [NullAway] passing @Nullable parameter 'name'")
                .contains("error: [NullAway] dereferenced expression 'name' is @Nullable")
                .contains("error: [NullAway] dereferenced expression 'box.content()' is @Nullable");
        assertThat(compilation.exit()).isNotZero();
    }

    @Test
    void whatIsCheckedCompiles() throws Exception {
        var compilation = Compilation.of(folder, "return name == null || box.content() == null ? 0 : length(name);");

        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.exit()).isZero();
    }

    @Test
    void theCanaryBreathesTheAirOfTheBuild() throws Exception {
        assertThat(RootPom.compilerArguments()).contains("-Werror").anyMatch(it -> it.contains("-Xep:NullAway:ERROR"));
        assertThat(RootPom.processors())
                .contains("error_prone_core", "nullaway")
                .filteredOn(it -> !it.equals("slf4j-nop"))
                .allSatisfy(it -> assertThat(Compilation.PATH).contains(File.separator + it + "-"));
    }
}
