package io.streamverse.openapi;

import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.ExecutableMethod;
import io.streamverse.kernel.security.ForGuests;
import io.streamverse.kernel.security.RequiredScope;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which scope each operation asks of a key, and which take guests; the operator's operations ask none, and what the
/// server passes on is described by billing.
final class Scopes {
    private Scopes() {}

    static Map<String, String> byOperation() {
        return having(RequiredScope.class)
                .collect(Collectors.toMap(Scopes::operation, Scopes::scope, (scope, _) -> scope));
    }

    /// Those that need no viewer to be signed in.
    static Set<String> forGuests() {
        return having(ForGuests.class).map(Scopes::operation).collect(Collectors.toSet());
    }

    @SuppressWarnings("rawtypes")
    private static Stream<ExecutableMethod<?, ?>> having(Class<? extends Annotation> annotation) {
        List<BeanDefinitionReference> beans = new ArrayList<>();
        SoftServiceLoader.load(BeanDefinitionReference.class).collectAll(beans);
        return beans.stream()
                .filter(bean -> bean.getBeanDefinitionName().startsWith("io.streamverse."))
                .map(BeanDefinitionReference::load)
                .<ExecutableMethod<?, ?>>flatMap(bean -> ((BeanDefinition<?>) bean).getExecutableMethods().stream())
                .filter(method -> method.hasAnnotation(annotation))
                .filter(method -> method.getTargetMethod().isAnnotationPresent(Operation.class));
    }

    private static String operation(ExecutableMethod<?, ?> method) {
        return method.getTargetMethod().getAnnotation(Operation.class).operationId();
    }

    private static String scope(ExecutableMethod<?, ?> method) {
        return method.getTargetMethod().getAnnotation(RequiredScope.class).value();
    }
}
