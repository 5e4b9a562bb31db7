package io.streamverse.server.delivery;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.problem.Malformed;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What edges fetch and bring: the keys that they check tokens with, and what they delivered.
@Controller(EdgesController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class EdgesController {
    static final String PATH = "/internal/delivery";
    private static final Pattern OBJECT = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final String VIA = "edge";

    private final Tokens tokens;
    private final DeliveryConfig config;
    private final LogIntake logs;

    EdgesController(Tokens tokens, DeliveryConfig config, LogIntake logs) {
        this.tokens = tokens;
        this.config = config;
        this.logs = logs;
    }

    record Counted(long counted) {}

    /// As `uri_signing` of Apache Traffic Server reads them.
    @Get("/keys")
    Map<String, Object> keys() {
        var keys = tokens.keys().stream()
                .map(it -> Map.of("alg", SigningKey.ALGORITHM, "kid", it.id(), "kty", "oct", "k", it.base64()))
                .toList();
        return Map.of(
                config.cluster(),
                Map.of("renewal_kid", tokens.keys().getFirst().id(), "strip_token", true, "keys", List.copyOf(keys)));
    }

    @Get("/logs")
    Counted counted(@QueryValue String object) {
        return new Counted(logs.counted(edge(object)));
    }

    @Post("/logs")
    @Consumes(MediaType.ALL)
    Counted take(@QueryValue String object, @QueryValue long offset, @Body byte[] lines) {
        if (offset < 0) {
            throw new Malformed("http.request.malformed", "The offset is negative");
        }
        return new Counted(logs.take(edge(object), VIA, offset, lines));
    }

    private static String edge(String object) {
        if (!OBJECT.matcher(object).matches()) {
            throw new Malformed("http.request.malformed", "The object is no name: letters, digits and . _ : / -");
        }
        return VIA + "/" + object;
    }
}
