package io.streamverse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyLinkLeadsSomewhere() {
        var links = Tree.markdown().stream().flatMap(LinksTest::links).toList();

        assertThat(links).isNotEmpty();
        assertThat(links.stream().filter(Link::isBroken)).isEmpty();
    }

    @Test
    void aLinkToNowhereIsSeen() {
        var readme = Tree.ROOT.resolve("README.md");

        assertThat(new Link(readme, "docs/nowhere.md").isBroken()).isTrue();
        assertThat(new Link(readme, "docs/architecture.md#no-such-heading").isBroken())
                .isTrue();
        assertThat(new Link(readme, "docs/architecture.md#glossary").isBroken()).isFalse();
    }

    private static Stream<Link> links(Path file) {
        return LINK.matcher(CODE.matcher(Tree.read(file)).replaceAll(""))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.contains("://") && !it.startsWith("mailto:"))
                .map(it -> new Link(file, it));
    }

    private record Link(Path from, String target) {
        boolean isBroken() {
            var parts = List.of(target.split("#", 2));
            var file = parts.getFirst().isEmpty() ? from : from.resolveSibling(parts.getFirst());
            return !Files.exists(file) || (parts.size() == 2 && headings(file).noneMatch(parts.getLast()::equals));
        }

        /// As a forge makes anchors of them: lower case, dashes for spaces, no punctuation.
        private static Stream<String> headings(Path file) {
            return HEADING.matcher(CODE.matcher(Tree.read(file)).replaceAll(""))
                    .results()
                    .map(it -> it.group(1).toLowerCase(Locale.ROOT))
                    .map(it -> it.replaceAll("[^\\p{Alnum} _-]", "").replace(' ', '-'));
        }

        @Override
        public String toString() {
            return Tree.ROOT.relativize(from) + " links to " + target;
        }
    }
}
