package io.streamverse.testkit.rules;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.data.annotation.Repository;
import io.micronaut.http.annotation.Controller;
import io.streamverse.kernel.Room;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// What a room shows, and what it keeps to itself.
final class Doors {
    private static final DescribedPredicate<JavaClass> REPOSITORY = DescribedPredicate.<JavaClass>or(
                    annotatedWith(Repository.class), metaAnnotatedWith(Repository.class))
            .as("repositories");

    private static final DescribedPredicate<JavaClass> INNER = REPOSITORY
            .or(annotatedWith(Controller.class))
            .or(annotatedWith(ConfigurationProperties.class))
            .or(nameMatching(".*(Controller|Repository|Listener|Config)"));

    private Doors() {}

    static List<ArchRule> rules(House house) {
        return List.of(
                all(Packages.of(house))
                        .should(hangOutASign(house))
                        .as("every package hangs out its sign")
                        .because(
                                "@Room says whom it may call, @NullMarked that null is rare; a flat room keeps its types"
                                        + " package-private"),
                all(Packages.roomsOf(house))
                        .should(haveOneFrontDoor())
                        .as("a room has at most one front door, built by the container")
                        .because("one public class besides its values is what others may know of it"),
                classes()
                        .that(house.inside())
                        .and(INNER)
                        .should()
                        .notBePublic()
                        .as("controllers, repositories, listeners and configs stay in their room")
                        .because("others ask the front door"),
                noClasses()
                        .that(annotatedWith(Controller.class))
                        .should()
                        .dependOnClassesThat(REPOSITORY)
                        .as("controllers leave repositories alone")
                        .because("a request goes controller, front door, repository, and comes back"));
    }

    private static ArchCondition<JavaPackage> hangOutASign(House house) {
        return Conditions.of("hang out a sign", (it, report) -> {
            if (!it.isAnnotatedWith(NullMarked.class)) {
                report.accept("%s lacks @NullMarked".formatted(it.getName()));
            }
            var isRoot = it.getName().equals(house.root());
            if (!isRoot && !it.isAnnotatedWith(Room.class)) {
                report.accept("%s lacks @Room".formatted(it.getName()));
            }
            if (!isRoot && it.getName().indexOf('.', house.root().length() + 1) >= 0) {
                report.accept("%s is a room in a room".formatted(it.getName()));
            }
        });
    }

    private static ArchCondition<JavaPackage> haveOneFrontDoor() {
        return Conditions.of("have one front door", (room, report) -> {
            var doors = House.frontDoors(room);
            if (doors.size() > 1) {
                report.accept("%s has the front doors %s"
                        .formatted(
                                room.getName(),
                                doors.stream().map(JavaClass::getSimpleName).toList()));
            }
            doors.stream()
                    .flatMap(door -> door.getConstructors().stream())
                    .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(it -> report.accept("%s is public".formatted(it.getFullName())));
        });
    }
}
