package io.streamverse.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;

/// Who may call whom.
final class Arrows {
    private static final String[] INPUT_AND_OUTPUT = {
        "java.io..",
        "java.net..",
        "java.nio.file..",
        "java.nio.channels..",
        "java.sql..",
        "javax.sql..",
        "io.micronaut.data..",
        "io.micronaut.http..",
        "io.micronaut.transaction..",
        "org.apache.kafka.."
    };

    private Arrows() {}

    static List<ArchRule> rules(House house) {
        return List.of(
                slices().matching(house.root() + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("rooms make no circle")
                        .because("a circle of rooms can neither be understood nor split one by one; use an event"),
                slices().matching(house.kernel() + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("the kernel makes no circle")
                        .because("everything stands on it, so its parts must stand on each other in one direction"),
                classes()
                        .that(house.inside())
                        .should(callOnlyKnownRooms(house))
                        .as("a room calls only the rooms on its sign")
                        .because("@Room(knows = …) is the drawn arrow; everything else is an event"),
                all(Packages.roomsOf(house))
                        .should(walkItsArrows(house))
                        .as("a sign names only rooms that exist and are called")
                        .because("an arrow that nobody walks makes docs/architecture.md lie"),
                noClasses()
                        .that(house.inside())
                        .and()
                        .resideInAPackage("..rating..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(INPUT_AND_OUTPUT)
                        .as("rating reads and writes nothing")
                        .because("an invoice must come out the same when it is computed again"),
                classes()
                        .that()
                        .resideInAPackage(house.events() + "..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", house.events() + "..")
                        .as("events stand on the JDK alone")
                        .because("they are the contract with every consumer, today's frameworks are not part of it"));
    }

    private static ArchCondition<JavaClass> callOnlyKnownRooms(House house) {
        return Conditions.of("call only known rooms", (origin, report) -> {
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                if (!allowed(house, dependency)) {
                    report.accept(dependency.getDescription());
                }
            }
        });
    }

    private static boolean allowed(House house, Dependency dependency) {
        var origin = house.roomOf(dependency.getOriginClass());
        var target = house.roomOf(dependency.getTargetClass());
        if (origin.isEmpty()) {
            return true;
        }
        if (target.isEmpty()) {
            return !dependency.getTargetClass().getPackageName().equals(house.root());
        }
        return origin.equals(target)
                || House.knows(dependency.getOriginClass().getPackage()).contains(target.get());
    }

    private static ArchCondition<JavaPackage> walkItsArrows(House house) {
        return Conditions.of("walk its arrows", (room, report) -> {
            var called = room.getClassDependenciesFromThisPackage().stream()
                    .flatMap(it -> house.roomOf(it.getTargetClass()).stream())
                    .collect(Collectors.toSet());
            for (var known : House.knows(room)) {
                if (!called.contains(known)) {
                    report.accept("%s says it knows %s, but never calls it".formatted(room.getName(), known));
                }
            }
        });
    }
}
