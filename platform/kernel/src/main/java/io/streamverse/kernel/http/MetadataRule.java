package io.streamverse.kernel.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;
import java.util.Map;

@Factory
class MetadataRule {
    @Singleton
    ConstraintValidator<Metadata, Map<String, String>> metadata() {
        return (pairs, _, _) -> pairs == null
                || (pairs.size() <= 50 && pairs.entrySet().stream().allMatch(it -> fits(it.getKey(), it.getValue())));
    }

    private static boolean fits(String key, String value) {
        return !key.isEmpty() && key.length() <= 40 && value != null && value.length() <= 500;
    }
}
