package io.streamverse.server.uploads;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.kernel.security.InLane;
import io.streamverse.kernel.security.Lane;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// tus 1.0, whose clients know what to send: https://tus.io/protocols/resumable-upload
@InLane(Lane.INGEST)
@Controller(UploadsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@Hidden
class UploadsController {
    static final String PATH = "/v1/uploads";

    private final Creation creation;
    private final Receiving receiving;
    private final Finishing finishing;
    private final Endings endings;
    private final Writers writers;
    private final UploadsConfig config;

    UploadsController(
            Creation creation,
            Receiving receiving,
            Finishing finishing,
            Endings endings,
            Writers writers,
            UploadsConfig config) {
        this.creation = creation;
        this.receiving = receiving;
        this.finishing = finishing;
        this.endings = endings;
        this.writers = writers;
        this.config = config;
    }

    @Options
    @RequiredScope(Scope.MEDIA_READ)
    HttpResponse<?> options() {
        return HttpResponse.noContent()
                .header(TusHeaders.VERSION, TusHeaders.SPOKEN)
                .header(
                        TusHeaders.EXTENSION,
                        "creation,creation-with-upload,checksum,termination,expiration,concatenation")
                .header(TusHeaders.ALGORITHMS, AnnouncedSum.ALGORITHMS)
                .header(TusHeaders.MAX_SIZE, String.valueOf(config.largest()));
    }

    @Post
    @RequiredScope(Scope.MEDIA_WRITE)
    HttpResponse<?> create(HttpRequest<?> http, @Body @Nullable InputStream body) throws IOException {
        try (body) {
            return create(new TusHeaders(http.getHeaders()), body);
        }
    }

    private HttpResponse<?> create(TusHeaders tus, @Nullable InputStream body) {
        var upload = begin(tus);
        if (upload.kind() == Upload.Kind.FINAL) {
            return created(finishing.finishIfWhole(upload));
        }
        return created(
                tus.bringBytes() ? receiving.receive(upload.id(), 0, tus.announced(), tus.checksum(), body) : upload);
    }

    @Head("/{id}")
    @RequiredScope(Scope.MEDIA_READ)
    HttpResponse<?> look(String id) {
        var upload = finishing.finishIfWhole(writers.get(id));
        var response = told(HttpResponse.ok(), upload)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(TusHeaders.LENGTH, String.valueOf(upload.length()));
        if (!upload.metadata().isEmpty()) {
            response.header(TusHeaders.METADATA, upload.metadata());
        }
        return switch (upload.kind()) {
            case WHOLE -> response;
            case PARTIAL -> response.header(TusHeaders.CONCAT, "partial");
            case FINAL -> response.header(TusHeaders.CONCAT, "final;" + addresses(upload));
        };
    }

    @Patch("/{id}")
    @RequiredScope(Scope.MEDIA_WRITE)
    HttpResponse<?> append(HttpRequest<?> http, String id, @Body @Nullable InputStream body) throws IOException {
        try (body) {
            return append(new TusHeaders(http.getHeaders()), id, body);
        }
    }

    private HttpResponse<?> append(TusHeaders tus, String id, @Nullable InputStream body) {
        writers.get(id);
        if (!tus.bringBytes()) {
            return HttpResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return told(
                HttpResponse.noContent(), receiving.receive(id, tus.offset(), tus.announced(), tus.checksum(), body));
    }

    @Delete("/{id}")
    @RequiredScope(Scope.MEDIA_WRITE)
    HttpResponse<?> terminate(String id) {
        writers.get(id);
        endings.terminate(id);
        return HttpResponse.noContent();
    }

    /// For clients that can send no other method.
    @Post("/{id}")
    @RequiredScope(Scope.MEDIA_WRITE)
    HttpResponse<?> override(HttpRequest<?> http, String id, @Body @Nullable InputStream body) throws IOException {
        try (body) {
            return override(new TusHeaders(http.getHeaders()), http.getHeaders().get(TusHeaders.METHOD), id, body);
        }
    }

    private HttpResponse<?> override(TusHeaders tus, @Nullable String method, String id, @Nullable InputStream body) {
        return switch (method) {
            case "PATCH" -> append(tus, id, body);
            case "DELETE" -> terminate(id);
            case "HEAD" -> look(id);
            case null, default ->
                throw new Malformed(
                        "uploads.method.missing", "Say in X-HTTP-Method-Override what this POST stands for");
        };
    }

    private Upload begin(TusHeaders tus) {
        var metadata = tus.metadata();
        return switch (tus.kind()) {
            case WHOLE -> creation.begin(tus.length(), metadata);
            case PARTIAL -> creation.beginPartial(tus.length(), metadata);
            case FINAL -> creation.beginFinal(tus.partials(), metadata);
        };
    }

    private static HttpResponse<?> created(Upload upload) {
        return told(HttpResponse.created(URI.create(PATH + "/" + upload.id())), upload);
    }

    private static MutableHttpResponse<?> told(MutableHttpResponse<?> response, Upload upload) {
        offset(upload).ifPresent(it -> response.header(TusHeaders.OFFSET, String.valueOf(it)));
        if (upload.state() == Upload.State.OPEN && upload.remaining() > 0) {
            response.header(
                    TusHeaders.EXPIRES,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            upload.expiresAt().atOffset(ZoneOffset.UTC)));
        }
        if (upload.assetId() != null) {
            response.header(TusHeaders.ASSET, upload.assetId());
        }
        return response;
    }

    /// What is being joined has none until it is.
    private static OptionalLong offset(Upload upload) {
        return upload.kind() == Upload.Kind.FINAL && upload.state() == Upload.State.OPEN
                ? OptionalLong.empty()
                : OptionalLong.of(upload.received());
    }

    private static String addresses(Upload upload) {
        return String.join(
                " ", upload.partials().stream().map(it -> PATH + "/" + it).toList());
    }
}
