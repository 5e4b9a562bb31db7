package io.streamverse.sdk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.model.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Holds the client against {@code openapi/v1.yaml}: what a back end or an operator may call, the client can. */
class OperationsTest {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final Path FILE = someFile();

    record Spoken(String id, String method, String path, List<String> contentTypes) {
        @Override
        public String toString() {
            return id;
        }
    }

    record Offered(Object resource, Method method) {
        String id() {
            return method.getAnnotation(Operation.class).value();
        }

        @Override
        public String toString() {
            return resource.getClass().getSimpleName() + "." + method.getName();
        }
    }

    @Test
    void theClientHasExactlyTheOperationsOfTheApi() throws IOException {
        try (var platform = new FakePlatform()) {
            assertThat(offered(platform).map(Offered::id).distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            spoken().map(Spoken::id).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void aMethodSendsTheOperationItNames(Spoken operation) throws Exception {
        try (var platform = new FakePlatform()) {
            for (var method : offered(platform)
                    .filter(it -> it.id().equals(operation.id()))
                    .toList()) {
                call(method);

                assertThat(platform.last().method()).isEqualTo(operation.method());
                assertThat(platform.last().path()).isEqualTo(operation.path().replaceAll("\\{[^}]*}", "some-text"));
                assertThat(operation.contentTypes())
                        .contains(String.valueOf(platform.last().header("Content-Type")));
            }
        }
    }

    @Test
    void theProgramIsAskedByName() {
        try (var platform = new FakePlatform()) {
            platform.operator().schedules().list(App.BILLING);
            platform.operator().schedules().run(App.BILLING, "plumbing.housekeeping");
            platform.operator().deadLetters().list(App.BILLING, ListParams.all());
            platform.operator().deadLetters().replay(App.BILLING, "dlt_1");

            assertThat(platform.seen())
                    .hasSize(4)
                    .allSatisfy(it -> assertThat(it.query()).isEqualTo("app=billing"));
        }
    }

    @Test
    void everyOperationCanBeCalledWithoutOptions() throws Exception {
        try (var platform = new FakePlatform()) {
            for (var method : offered(platform).toList()) {
                var types = method.method().getParameterTypes();
                var shorter = Arrays.copyOf(types, types.length - 1);

                assertThat(types[types.length - 1]).as(method.toString()).isEqualTo(RequestOptions.class);
                assertThat(method.resource().getClass())
                        .hasPublicMethods(method.method().getName());
                call(new Offered(
                        method.resource(),
                        method.resource().getClass().getMethod(method.method().getName(), shorter)));
            }
        }
    }

    static Stream<Spoken> spoken() throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> api;
        try (var yaml = Files.newInputStream(Path.of("../openapi/v1.yaml"))) {
            api = new Yaml().load(yaml);
        }
        return requireNonNull(api.get("paths")).entrySet().stream()
                .filter(path ->
                        path.getKey().startsWith("/v1/") || path.getKey().startsWith("/operator/v1/"))
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .map(it -> spoken(path.getKey(), it.getKey(), it.getValue())));
    }

    private static Spoken spoken(String path, String method, Map<String, Object> operation) {
        var body = operation.get("requestBody") instanceof Map<?, ?> map ? map.get("content") : null;
        var types = body instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(Collectors.toList())
                : List.of("null");
        return new Spoken(String.valueOf(operation.get("operationId")), method.toUpperCase(Locale.ROOT), path, types);
    }

    private static Stream<Offered> offered(FakePlatform platform) {
        return Stream.of(platform.client(), platform.operator())
                .flatMap(client -> Arrays.stream(client.getClass().getMethods())
                        .filter(it -> it.getReturnType().getSimpleName().endsWith("Resource"))
                        .map(it -> invoke(client, it)))
                .flatMap(resource -> Arrays.stream(resource.getClass().getMethods())
                        .filter(it -> it.isAnnotationPresent(Operation.class))
                        .map(it -> new Offered(resource, it)));
    }

    private static void call(Offered offered) {
        invoke(
                offered.resource(),
                offered.method(),
                Arrays.stream(offered.method().getParameterTypes())
                        .map(OperationsTest::some)
                        .toArray());
    }

    private static Object some(Class<?> type) {
        if (type == String.class) {
            return "some-text";
        }
        if (type == RequestOptions.class) {
            return RequestOptions.none();
        }
        if (type == ListParams.class) {
            return ListParams.all();
        }
        if (type == int.class) {
            return 1;
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (type == Duration.class) {
            return Duration.ofMinutes(1);
        }
        if (type == Consumer.class) {
            return (Consumer<Object>) it -> {};
        }
        if (type == Path.class) {
            return FILE;
        }
        if (type == App.class) {
            return App.BILLING;
        }
        if (type == PlaybackQuestion.class) {
            return PlaybackQuestion.about("tit_1");
        }
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path someFile() {
        try {
            var file = Files.createTempFile("streamverse", ".csv");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "some text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object invoke(Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
