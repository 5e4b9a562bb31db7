package io.streamverse.server.objects;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.storage.Grant;
import io.streamverse.kernel.storage.LocalObjectStore;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.StorageException;
import io.streamverse.kernel.storage.StorageException.AddressRefused;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

@Controller(ObjectsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(bean = LocalObjectStore.class)
@Hidden
class ObjectsController {
    static final String PATH = "/internal/objects";

    private final LocalObjectStore store;
    private final Refusals refusals;

    ObjectsController(LocalObjectStore store, Refusals refusals) {
        this.store = store;
        this.refusals = refusals;
    }

    @Get(uri = "/{+key}", headRoute = false)
    @Produces(MediaType.ALL)
    HttpResponse<?> read(HttpRequest<?> request) {
        var key = readable(request);
        var wanted = new Wanted(request.getHeaders(), () -> store.head(key));
        var range = wanted.range();
        var content = range.isPresent() ? store.get(key, range.get()) : store.get(key);
        if (wanted.has(content.object())) {
            content.close();
            return Answers.unchanged(content.object());
        }
        return range.isPresent() ? Answers.part(content) : Answers.whole(content);
    }

    @Head("/{+key}")
    @Produces(MediaType.ALL)
    HttpResponse<?> describe(HttpRequest<?> request) {
        return Answers.head(store.head(readable(request)));
    }

    @Put("/{+key}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> write(HttpRequest<?> request, @Body InputStream content) throws IOException {
        try (content) {
            return Answers.kept(store(request, content));
        }
    }

    private String store(HttpRequest<?> request, InputStream content) {
        var arriving = new Arriving(request.getHeaders());
        return switch (grant(request)) {
            case Grant.Write it ->
                store.put(it.key(), arriving.object(), arriving.within(it.maxBytes()), content)
                        .etag();
            case Grant.WritePart it ->
                store.uploadPart(it.upload(), it.number(), arriving.within(it.maxBytes()), content)
                        .etag();
            case Grant.Read _ -> throw new AddressRefused("The address is for reading");
        };
    }

    @Error(exception = StorageException.class)
    HttpResponse<?> refuse(HttpRequest<?> request, StorageException refusal) {
        return refusals.answer(request, refusal);
    }

    private ObjectKey readable(HttpRequest<?> request) {
        if (grant(request) instanceof Grant.Read it) {
            return it.key();
        }
        throw new AddressRefused("The address is for writing");
    }

    private Grant grant(HttpRequest<?> request) {
        var address = request.getUri();
        var key = new ObjectKey(address.getPath().substring(PATH.length() + 1));
        return store.verify(key, Objects.requireNonNullElse(address.getRawQuery(), ""));
    }
}
