package io.streamverse.kernel.http;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// At most 50 pairs, keys of 1 to 40 characters, values of up to 500.
@Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Metadata {
    String message() default "at most 50 pairs, keys of 1 to 40 and values of up to 500 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
