package io.streamverse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class ReadmeTest {
    private static final int LONGEST = 120;
    private static final Pattern FOLDER = Pattern.compile("^\\| `([^`/]+)/` \\|", Pattern.MULTILINE);

    @Test
    void itIsReadInOneSitting() {
        assertThat(Tree.read("README.md").lines()).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Test
    void itsFolderMapNamesTheFoldersThatExist() {
        var named = FOLDER.matcher(Tree.read("README.md")).results().map(it -> it.group(1));

        assertThat(named).containsExactlyInAnyOrderElementsOf(Tree.topFolders());
    }

    @Test
    void itNamesOnlyTargetsThatMakeKnows() {
        var targets = Pattern.compile("^([a-z]+):.*## ", Pattern.MULTILINE)
                .matcher(Tree.read("Makefile"))
                .results()
                .map(it -> it.group(1))
                .toList();
        var named =
                Pattern.compile("make ([a-z]+)").matcher(Tree.read("README.md")).results();

        assertThat(named)
                .extracting((MatchResult it) -> it.group(1))
                .isNotEmpty()
                .isSubsetOf(targets);
    }
}
