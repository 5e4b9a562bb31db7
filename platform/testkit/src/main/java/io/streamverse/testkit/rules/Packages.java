package io.streamverse.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ClassesTransformer;
import java.util.List;
import java.util.function.Supplier;

/// Lets a rule speak of packages rather than of classes.
final class Packages {
    private Packages() {}

    static ClassesTransformer<JavaPackage> of(House house) {
        return transformer("packages", house::packages);
    }

    static ClassesTransformer<JavaPackage> roomsOf(House house) {
        return transformer("rooms", house::rooms);
    }

    private static ClassesTransformer<JavaPackage> transformer(String name, Supplier<List<JavaPackage>> packages) {
        return new AbstractClassesTransformer<>(name) {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                return packages.get();
            }
        };
    }
}
