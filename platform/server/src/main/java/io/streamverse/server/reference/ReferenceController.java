package io.streamverse.server.reference;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.problem.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

@Controller
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ReferenceController {
    /// The viewer writes its own styles and pictures into the page; everything else is ours, and nothing is foreign.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> PARTS = Map.of(
            "docs.js", "text/javascript", "swagger-ui-bundle.js", "text/javascript", "swagger-ui.css", "text/css");

    @Get("/openapi/v1.yaml")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> document() {
        return file("v1.yaml", "application/yaml");
    }

    @Get("/docs")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> page() {
        return file("docs.html", "text/html; charset=utf-8");
    }

    @Get("/docs/{part}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> part(String part) {
        var type = PARTS.get(part);
        if (type == null) {
            throw new NotFound("reference.part.unknown", "part " + part);
        }
        return file(part, type);
    }

    private static HttpResponse<byte[]> file(String name, String type) {
        try (var content = ReferenceController.class.getResourceAsStream("/reference/" + name)) {
            if (content == null) {
                throw new IllegalStateException("reference/" + name + " is not on the class path");
            }
            return HttpResponse.ok(content.readAllBytes())
                    .contentType(MediaType.of(type))
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
