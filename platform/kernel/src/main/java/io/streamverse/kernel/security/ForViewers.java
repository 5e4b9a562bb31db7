package io.streamverse.kernel.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route under `/viewer/v1` for whoever is signed in. Each route there has this or `ForGuests`, or it answers 500 in
/// the first test.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForViewers {}
