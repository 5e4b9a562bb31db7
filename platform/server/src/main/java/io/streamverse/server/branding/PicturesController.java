package io.streamverse.server.branding;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.ForGuests;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Branding")
class PicturesController {
    private static final String PATH = "/v1/branding/pictures/{kind}";
    private static final String PNG = "image/png";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private final Pictures pictures;

    PicturesController(Pictures pictures) {
        this.pictures = pictures;
    }

    @Post(PATH)
    @Consumes(MediaType.ALL)
    @RequiredScope(Scope.BRANDING_WRITE)
    @Operation(
            operationId = "uploadBrandPicture",
            summary = "Give the service a logo or an icon",
            description = "PNG, JPEG or WebP, up to 512 KB, in place of the one there is. SVG is not taken, since it"
                    + " may carry scripts.")
    @RequestBody(content = @Content(mediaType = PNG, schema = @Schema(type = "string", format = "binary")))
    BrandResponse put(PictureKind kind, @Body byte[] file) {
        return BrandResponse.of(pictures.put(kind, file));
    }

    @Delete(PATH)
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.BRANDING_WRITE)
    @Operation(operationId = "deleteBrandPicture", summary = "Take the logo or the icon away")
    void remove(PictureKind kind) {
        pictures.remove(kind);
    }

    @Get("/viewer/v1/app/pictures/{name}")
    @Produces(MediaType.ALL)
    @ForGuests
    @Hidden
    HttpResponse<byte[]> read(String name) throws IOException {
        try (var content = pictures.read(name)) {
            return HttpResponse.ok(content.stream().readAllBytes())
                    .contentType(MediaType.of(content.object().contentType()))
                    .header("Cache-Control", FOREVER)
                    .header("Content-Security-Policy", "sandbox")
                    .header("X-Content-Type-Options", "nosniff");
        }
    }
}
