package io.streamverse.testkit.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Follows a transaction through the calls it makes, to see whether it meets another data source.
final class DataSources {
    private static final String UNNAMED = "default";
    private static final List<String> TRANSACTIONS = List.of(
            "io.micronaut.transaction.annotation.Transactional",
            "io.micronaut.transaction.annotation.ReadOnly",
            "jakarta.transaction.Transactional");
    private static final List<String> REPOSITORIES =
            List.of("io.micronaut.data.jdbc.annotation.JdbcRepository", "io.micronaut.data.annotation.Repository");
    private static final List<String> NAMES = List.of("dataSource", "value", "transactionManager");

    private DataSources() {}

    static ArchCondition<JavaClass> stayApart() {
        return Conditions.of("stay apart", (type, report) -> {
            for (var method : type.getMethods()) {
                transactionOf(method)
                        .ifPresent(source -> strangers(method, source)
                                .forEach(it -> report.accept(
                                        "%s runs on %s, but reaches %s".formatted(method.getFullName(), source, it))));
            }
        });
    }

    private static SortedSet<String> strangers(JavaMethod start, String source) {
        var strangers = new TreeSet<String>();
        var seen = new HashSet<JavaCodeUnit>();
        var open = new ArrayDeque<JavaCodeUnit>(List.of(start));
        while (!open.isEmpty()) {
            var unit = open.pop();
            if (seen.add(unit)) {
                for (var call : calls(unit).toList()) {
                    sourceOf(call)
                            .filter(it -> !it.equals(source))
                            .ifPresent(it -> strangers.add(call.getTarget().getFullName()));
                    call.getTarget().resolveMember().ifPresent(open::add);
                }
            }
        }
        return strangers;
    }

    private static Stream<JavaCodeUnitAccess<?>> calls(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream());
    }

    private static Optional<String> sourceOf(JavaCodeUnitAccess<?> call) {
        return named(call.getTargetOwner(), REPOSITORIES)
                .or(() -> call.getTarget().resolveMember().flatMap(DataSources::transactionOf));
    }

    private static Optional<String> transactionOf(JavaCodeUnit unit) {
        return named(unit, TRANSACTIONS).or(() -> named(unit.getOwner(), TRANSACTIONS));
    }

    private static Optional<String> named(HasAnnotations<?> element, List<String> annotations) {
        return annotations.stream()
                .flatMap(it -> element.tryGetAnnotationOfType(it).stream())
                .findFirst()
                .map(DataSources::nameIn);
    }

    private static String nameIn(JavaAnnotation<?> annotation) {
        return NAMES.stream()
                .flatMap(it -> annotation.get(it).stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(UNNAMED);
    }
}
