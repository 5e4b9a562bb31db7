package io.streamverse.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.streamverse.kernel.Room;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A program as its rooms and their signs describe it, with the kernel and the events it stands on.
record House(String root, String kernel, String events, JavaClasses classes) {
    private static final Pattern GENERATED = Pattern.compile(".*(/\\$[^/]*|\\$Intercepted[^/]*)\\.class");

    static House of(String root) {
        return of(root, "io.streamverse.kernel", "io.streamverse.events", new ImportOption.DoNotIncludeTests());
    }

    static House of(String root, String kernel, String events, ImportOption option) {
        var importer = new ClassFileImporter().withImportOption(option).withImportOption(House::writtenByPeople);
        return new House(root, kernel, events, importer.importPackages(root, kernel, events));
    }

    private static boolean writtenByPeople(Location location) {
        return !location.matches(GENERATED);
    }

    /// Every package of the program that holds classes, the root included.
    List<JavaPackage> packages() {
        return classes.getPackage(root).getSubpackagesInTree().stream()
                .filter(it -> !it.getClasses().isEmpty())
                .toList();
    }

    List<JavaPackage> rooms() {
        return packages().stream().filter(it -> it.isAnnotatedWith(Room.class)).toList();
    }

    static Set<String> knows(JavaPackage room) {
        return room.tryGetAnnotationOfType(Room.class)
                .map(sign -> Set.of(sign.knows()))
                .orElseGet(Set::of);
    }

    /// A front door is the one public class of a room that is no value: no record, enum, interface or exception.
    static List<JavaClass> frontDoors(JavaPackage room) {
        return room.getClasses().stream()
                .filter(it -> it.getModifiers().contains(PUBLIC) && it.isTopLevelClass())
                .filter(it -> !it.isRecord() && !it.isEnum() && !it.isInterface())
                .filter(it -> !it.getModifiers().contains(ABSTRACT) && !it.isAssignableTo(Throwable.class))
                .toList();
    }

    Optional<String> roomOf(JavaClass type) {
        var name = type.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".")
                ? Optional.of(name.substring(root.length() + 1).split("\\.")[0])
                : Optional.empty();
    }

    DescribedPredicate<JavaClass> inside() {
        return JavaClass.Predicates.resideInAPackage(root + "..");
    }
}
