package io.streamverse.server.viewers;

import com.nimbusds.jose.jwk.JWK;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.ForGuests;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

@Hidden
@Controller("/.well-known/jwks.json")
@ExecuteOn(TaskExecutors.BLOCKING)
class JwksController {
    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    @Get
    @ForGuests
    HttpResponse<Map<String, List<Map<String, Object>>>> get() {
        var published = keys.ring().believed().stream().map(JWK::toJSONObject).toList();
        return HttpResponse.ok(Map.of("keys", published)).header("Cache-Control", "public, max-age=300");
    }
}
