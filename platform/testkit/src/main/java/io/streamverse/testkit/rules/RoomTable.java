package io.streamverse.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The rooms of a program as the table in `docs/architecture.md`.
public final class RoomTable {
    private RoomTable() {}

    /// Markdown with a row per room in alphabetical order; ends with a line break.
    public static String of(String root) {
        return of(House.of(root));
    }

    static String of(House house) {
        return house.rooms().stream()
                .sorted(Comparator.comparing(JavaPackage::getName))
                .map(RoomTable::row)
                .collect(Collectors.joining("", "| room | front door | knows |\n|---|---|---|\n", ""));
    }

    private static String row(JavaPackage room) {
        var doors =
                House.frontDoors(room).stream().map(JavaClass::getSimpleName).toList();
        return "| %s | %s | %s |\n"
                .formatted(
                        room.getRelativeName(),
                        cell(doors, "`%s`"::formatted),
                        cell(House.knows(room), "%s"::formatted));
    }

    private static String cell(Collection<String> names, UnaryOperator<String> style) {
        return names.isEmpty() ? "–" : names.stream().sorted().map(style).collect(Collectors.joining(", "));
    }
}
