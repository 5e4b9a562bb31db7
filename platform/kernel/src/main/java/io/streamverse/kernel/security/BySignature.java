package io.streamverse.kernel.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route for viewers' apps that checks a signature itself, which says all there is to know: nothing is looked up, and
/// nobody is put in charge.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BySignature {}
