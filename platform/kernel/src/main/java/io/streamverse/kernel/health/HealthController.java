package io.streamverse.kernel.health;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@Controller("/health")
@Hidden
class HealthController {
    private final List<Readiness> parts;

    HealthController(List<Readiness> parts) {
        this.parts = parts;
    }

    @Get("/live")
    Map<String, String> live() {
        return Map.of("status", "up");
    }

    @Get("/ready")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, String>> ready() {
        var answer = new TreeMap<String, String>();
        parts.forEach(part -> answer.put(part.part(), part.missing().orElse("up")));
        var ready = answer.values().stream().allMatch("up"::equals);
        answer.put("status", ready ? "up" : "down");
        return HttpResponse.<Map<String, String>>status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(answer);
    }
}
