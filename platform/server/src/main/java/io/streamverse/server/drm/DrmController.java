package io.streamverse.server.drm;

import static io.micronaut.http.HttpHeaders.ETAG;
import static io.micronaut.http.HttpHeaders.IF_MATCH;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.streamverse.server.providers.Provider;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

@Controller("/v1/drm")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "DRM")
class DrmController {
    private final DrmAdministration drm;

    DrmController(DrmAdministration drm) {
        this.drm = drm;
    }

    @Get("/settings")
    @RequiredScope(Scope.DRM_READ)
    @Operation(operationId = "getDrmSettings", summary = "What licences demand of devices, by tier")
    HttpResponse<DrmSettings> settings() {
        return answer(drm.terms());
    }

    @Put("/settings")
    @RequiredScope(Scope.DRM_WRITE)
    @Operation(operationId = "putDrmSettings", summary = "Say what licences demand; counts from the next licence on")
    HttpResponse<DrmSettings> put(@Header(IF_MATCH) @Nullable String ifMatch, @Body @Valid DrmSettings wanted) {
        return answer(drm.change(ifMatch, wanted));
    }

    @Get("/providers")
    @RequiredScope(Scope.DRM_READ)
    @Operation(operationId = "listDrmProviders", summary = "Who issues licences of which system")
    ProvidersResponse providers() {
        return new ProvidersResponse(drm.terms().providers());
    }

    @Put("/providers/{system}")
    @RequiredScope(Scope.DRM_WRITE)
    @Operation(operationId = "putDrmProvider", summary = "Have licences of a system issued by a provider")
    Provider put(String system, @Body @Valid ProviderRequest request) {
        return drm.change(system, request);
    }

    @Delete("/providers/{system}")
    @Status(HttpStatus.NO_CONTENT)
    @RequiredScope(Scope.DRM_WRITE)
    @Operation(operationId = "deleteDrmProvider", summary = "Issue no more licences of a system")
    void remove(String system) {
        drm.remove(system);
    }

    @Get("/fairplay-certificate")
    @RequiredScope(Scope.DRM_READ)
    @Operation(operationId = "getFairPlayCertificate", summary = "The certificate that Safari is given")
    CertificateResponse certificate() {
        return drm.certificate();
    }

    @Put("/fairplay-certificate")
    @RequiredScope(Scope.DRM_WRITE)
    @Operation(operationId = "putFairPlayCertificate", summary = "Bring the certificate that Apple gave you")
    CertificateResponse put(@Body @Valid CertificateRequest request) {
        return drm.certify(request.certificate());
    }

    @Post("/key-rotations")
    @Status(HttpStatus.CREATED)
    @RequiredScope(Scope.DRM_WRITE)
    @Operation(
            operationId = "rotateTenantKey",
            summary = "Wrap all content keys by a new tenant key; media stays as it is")
    KeyRotationResponse rotate(HttpRequest<?> http) {
        return drm.rotate(http);
    }

    private static HttpResponse<DrmSettings> answer(Terms terms) {
        return HttpResponse.ok(terms.settings()).header(ETAG, ETag.of(terms.version()));
    }
}
