package io.streamverse.server.delivery;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

@Controller
@Hidden
class SteeringController {
    private final Steering steering;

    SteeringController(Steering steering) {
        this.steering = steering;
    }

    @Get(
            uris = {
                "/URISigningPackage={token}/m/{space}/{asset}/{version}/{variant}/steering.json",
                "/m/{space}/{asset}/{version}/{variant}/steering.json"
            })
    HttpResponse<Steering.Document> steer(HttpRequest<?> request) {
        return HttpResponse.ok(steering.document(Pass.of(request).demandSession()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
