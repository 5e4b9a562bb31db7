package io.streamverse.server.playback;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.server.delivery.Pass;
import io.swagger.v3.oas.annotations.Hidden;

/// Keys that HLS playlists name by address. They are a session's own: no edge keeps them.
@Controller
@Hidden
@Produces(MediaType.APPLICATION_OCTET_STREAM)
class KeysController {
    private static final String FOLDER = "/m/{space}/{asset}/{version}/keys/{keyId}";
    private final Licences licences;

    KeysController(Licences licences) {
        this.licences = licences;
    }

    @Get(uris = {"/URISigningPackage={token}" + FOLDER, FOLDER})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> key(HttpRequest<?> request, String keyId) {
        return HttpResponse.ok(licences.key(Pass.of(request).demandSession(), keyId))
                .header("Cache-Control", "no-store");
    }
}
