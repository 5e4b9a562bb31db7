package io.streamverse.openapi;

import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.ExecutableMethod;
import io.streamverse.kernel.security.RequiredScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which scope each operation asks of a key; the operator's operations ask none, and what the
/// server passes on is described by billing.
final class Scopes {
    private Scopes() {}

    @SuppressWarnings("rawtypes")
    static Map<String, String> byOperation() {
        List<BeanDefinitionReference> beans = new ArrayList<>();
        SoftServiceLoader.load(BeanDefinitionReference.class).collectAll(beans);
        return beans.stream()
                .filter(bean -> bean.getBeanDefinitionName().startsWith("io.streamverse."))
                .map(BeanDefinitionReference::load)
                .flatMap(bean -> ((BeanDefinition<?>) bean).getExecutableMethods().stream())
                .filter(method -> method.hasAnnotation(RequiredScope.class))
                .filter(method -> method.getTargetMethod().isAnnotationPresent(Operation.class))
                .collect(Collectors.toMap(Scopes::operation, Scopes::scope, (scope, _) -> scope));
    }

    private static String operation(ExecutableMethod<?, ?> method) {
        return method.getTargetMethod().getAnnotation(Operation.class).operationId();
    }

    private static String scope(ExecutableMethod<?, ?> method) {
        return method.getTargetMethod().getAnnotation(RequiredScope.class).value();
    }
}
