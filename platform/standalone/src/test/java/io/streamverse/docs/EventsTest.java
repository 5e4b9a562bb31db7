package io.streamverse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.streamverse.events.Event;
import io.streamverse.events.Topic;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("check")
class EventsTest {
    private static final String DOCUMENT = Tree.read("docs/events.md");
    private static final List<Class<?>> FAMILIES = new ClassFileImporter()
            .importPackages(Event.class.getPackageName()).stream()
                    .filter(it -> it.isAnnotatedWith(Topic.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .sorted(Comparator.comparing(EventsTest::topic))
                    .toList();

    @Test
    void everyTopicHasItsChapterInOrder() {
        var chapters = DOCUMENT.lines().filter(it -> it.matches("## `[a-z]+\\.v[0-9]+`"));

        assertThat(chapters)
                .containsExactlyElementsOf(
                        FAMILIES.stream().map(it -> "## `" + topic(it) + "`").toList());
    }

    @Test
    void everyEventIsDescribedFieldByField() {
        assertThat(FAMILIES.stream().flatMap(it -> Arrays.stream(it.getPermittedSubclasses())))
                .isNotEmpty()
                .allSatisfy(event -> {
                    var section = section(event.getSimpleName());
                    assertThat(section.lines()
                                    .filter(it -> it.startsWith("| `"))
                                    .map(EventsTest::nameAndType))
                            .as(event.getSimpleName())
                            .containsExactlyElementsOf(fields(event).toList());
                });
    }

    @Test
    void noEventIsDescribedThatIsNotThere() {
        var described = DOCUMENT.lines().filter(it -> it.startsWith("### "));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(FAMILIES.stream()
                        .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
                        .map(it -> "### " + it.getSimpleName())
                        .toList());
    }

    private static String topic(Class<?> family) {
        return family.getAnnotation(Topic.class).value();
    }

    private static String section(String event) {
        var from = DOCUMENT.indexOf("\n### " + event + "\n");
        assertThat(from).as("docs/events.md has a section ### %s", event).isNotNegative();
        return DOCUMENT.substring(from + 5)
                .lines()
                .takeWhile(it -> !it.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    private static String nameAndType(String row) {
        var cells = row.split("\\|", -1);
        return cells[1].strip().replace("`", "") + ": " + cells[2].strip();
    }

    private static Stream<String> fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents()).map(it -> it.getName() + ": " + type(it));
    }

    private static String type(RecordComponent field) {
        return switch (field.getType().getSimpleName()) {
            case "String" -> "string";
            case "int", "long", "Integer" -> "integer";
            case "boolean" -> "boolean";
            case "BigDecimal" -> "decimal";
            case "Instant" -> "instant";
            case "List" -> "list of " + elements(field.getGenericType().getTypeName());
            default -> throw new IllegalStateException("Give " + field.getGenericType() + " a name for readers");
        };
    }

    private static String elements(String list) {
        return list.contains("String") ? "strings" : list.contains("Instant") ? "instants" : "objects";
    }
}
