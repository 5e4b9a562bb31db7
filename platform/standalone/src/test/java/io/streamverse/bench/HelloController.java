package io.streamverse.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;

/// Everything that reading the branding does, except the database: the yardstick.
@Hidden
@Controller("/v1/hello")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class HelloController {
    static final String SWITCH = "bench.hello";

    @Get
    @RequiredScope(Scope.BRANDING_READ)
    HttpResponse<Hello> get() {
        return HttpResponse.ok(new Hello("Aurora", "#3d5afe", "#0b0d12")).header("ETag", "\"0\"");
    }

    record Hello(String name, String primaryColor, String backgroundColor) {}
}
