package io.streamverse.server.media;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.media.captions.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/v1/assets/{assetId}/captions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Assets")
class CaptionsController {
    private static final String VTT = "text/vtt";
    private static final String SRT = "application/x-subrip";
    private final CaptionFiles captions;

    CaptionsController(CaptionFiles captions) {
        this.captions = captions;
    }

    @Schema(name = "CaptionList")
    record CaptionList(List<CaptionResponse> data) {}

    @Get
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "listCaptions", summary = "The captions of an asset")
    CaptionList list(String assetId) {
        return new CaptionList(
                captions.of(assetId).stream().map(CaptionResponse::of).toList());
    }

    @Post
    @Consumes({VTT, SRT})
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(
            operationId = "uploadCaptions",
            summary = "Give an asset captions",
            description =
                    "WebVTT or SubRip, up to 1 MB, in place of those of the same language and kind. What cannot be"
                            + " read is refused with the numbers of its lines.")
    @RequestBody(
            content = {
                @Content(mediaType = VTT, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = SRT, schema = @Schema(type = "string", format = "binary"))
            })
    CaptionResponse upload(
            HttpRequest<?> http,
            String assetId,
            @QueryValue @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}", message = "is BCP 47, such as pt-BR")
                    String language,
            @QueryValue(defaultValue = "subtitles") CaptionKind kind,
            @QueryValue @Nullable @Size(min = 1, max = 80) String label,
            @Body byte[] file) {
        var isSubRip = http.getContentType().map(it -> it.getName().equals(SRT)).orElse(false);
        return CaptionResponse.of(
                captions.put(assetId, language, kind, label, file, isSubRip ? Format.SRT : Format.VTT));
    }

    @Get("/{id}")
    @Produces(VTT)
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "getCaptions", summary = "Captions as WebVTT")
    String get(String assetId, String id) {
        return captions.text(assetId, id);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(operationId = "deleteCaptions", summary = "Take captions away from an asset")
    void delete(String assetId, String id) {
        captions.delete(assetId, id);
    }
}
