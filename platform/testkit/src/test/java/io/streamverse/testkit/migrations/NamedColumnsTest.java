package io.streamverse.testkit.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A statement that reads a table names its columns. A later release may give the table another while a server of this
/// one runs, and what PostgreSQL has prepared of `SELECT *` then fails amid a transaction. What only a statement itself
/// sees, or a function of fixed columns answers, may stay a star.
@Tag("check")
class NamedColumnsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern STAR = Pattern.compile("""
            \\b(SELECT|RETURNING)(?<!INSERT\\ INTO\\ \\w{1,60}\\s{1,60}SELECT)\\s+
            (DISTINCT\\s+(ON\\s+\\([^*;"]{1,200}?\\)\\s+)?)?
            ([\\w.,\\s]{0,500}?,\\s*)?
            (\\w+\\.)?\\*
            (?!\\s+FROM\\s+(\\(|[\\w.]+\\())""", Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"platform", "billing"})
    void nothingThatIsReadFromATableIsAStar(String folder) throws IOException {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            assertThat(files.filter(it -> it.toString().matches(".*/src/main/java/.*\\.java"))
                            .flatMap(file -> stars(read(file)).map(star -> ROOT.relativize(file) + ": " + star)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM title WHERE id = :id",
                "SELECT\n    * FROM title",
                "SELECT t.* FROM title t JOIN asset a ON a.id = t.asset_id",
                "SELECT t.id, a.* FROM title t JOIN asset a ON a.id = t.asset_id",
                "SELECT DISTINCT ON (asset_id, coalesce(kind, '')) * FROM title",
                "UPDATE title SET kind = 'movie' RETURNING *",
                "SELECT id FROM (SELECT * FROM title) t",
            })
    void aStarIsFound(String statement) {
        assertThat(stars(statement)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, kind FROM title WHERE id = :id",
                "SELECT count(*) FROM title",
                "SELECT amount * price FROM line",
                "SELECT * FROM unnest(?::int[], ?::text[])",
                "SELECT * FROM plumbing.begin_idempotent(?, ?)",
                "SELECT * FROM (SELECT id FROM title) t",
                "INSERT INTO title SELECT * FROM draft",
            })
    void whatIsNoStarOfATableIsLeftAlone(String statement) {
        assertThat(stars(statement)).isEmpty();
    }

    private static Stream<String> stars(String source) {
        return STAR.matcher(source).results().map(MatchResult::group);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
