package io.streamverse.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sign on a room's door: a package that stands for one business noun.
/// A build rule holds the code to it, and `docs/architecture.md` shows it as a table.
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {
    /// The rooms of the same program that this one may call. Kernel and events are open to all.
    String[] knows() default {};
}
