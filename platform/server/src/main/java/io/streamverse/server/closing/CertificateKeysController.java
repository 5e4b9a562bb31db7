package io.streamverse.server.closing;

import com.nimbusds.jose.jwk.JWK;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/// For everybody: whoever was given a certificate can check it.
@Hidden
@Controller("/.well-known/erasure-jwks.json")
@ExecuteOn(TaskExecutors.BLOCKING)
class CertificateKeysController {
    private final CertificateKeys keys;

    CertificateKeysController(CertificateKeys keys) {
        this.keys = keys;
    }

    @Get
    HttpResponse<Map<String, List<Map<String, Object>>>> get() {
        var published = keys.published().stream().map(JWK::toJSONObject).toList();
        return HttpResponse.ok(Map.of("keys", published)).header("Cache-Control", "public, max-age=300");
    }
}
