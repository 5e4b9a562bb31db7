package io.streamverse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class DecisionsTest {
    private static final String FOLDER = "docs/adr";

    @Test
    void decisionsAreNumberedWithoutAGap() {
        var numbers = Tree.names(FOLDER).stream()
                .map(it -> Integer.parseInt(it.substring(0, 4)))
                .toList();

        assertThat(numbers)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void aDecisionBearsItsNumberAndSaysWhy() {
        assertThat(Tree.names(FOLDER)).allSatisfy(name -> {
            var text = Tree.read(FOLDER + "/" + name);
            assertThat(name).matches("[0-9]{4}-[a-z0-9-]+\\.md");
            assertThat(text).startsWith("# " + Integer.parseInt(name.substring(0, 4)) + " ");
            assertThat(text).contains("## Context", "## Options", "## Decision", "## Consequences");
        });
    }
}
