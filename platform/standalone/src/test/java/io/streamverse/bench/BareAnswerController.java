package io.streamverse.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/// The least that an answer out of memory costs here: so many bytes, from where the request came in, to whoever asks.
@Hidden
@Controller("/bare-answer")
@Requires(property = "app", value = "server")
@Requires(property = HelloController.SWITCH)
class BareAnswerController {
    @Get("/{bytes}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> answer(int bytes) {
        return HttpResponse.ok(new byte[bytes])
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header(HttpHeaders.CONTENT_TYPE, "application/dash+xml");
    }
}
