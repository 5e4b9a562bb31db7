package io.streamverse.server.objects;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Malformed;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.PreconditionFailed;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.storage.StorageException;
import io.streamverse.kernel.storage.StorageException.AddressRefused;
import io.streamverse.kernel.storage.StorageException.ContentMismatch;
import io.streamverse.kernel.storage.StorageException.InvalidObjectKey;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.ObjectTooLarge;
import io.streamverse.kernel.storage.StorageException.RangeNotSatisfiable;
import io.streamverse.kernel.storage.StorageException.StorageFailed;
import io.streamverse.kernel.storage.StorageException.StorageFull;
import io.streamverse.kernel.storage.StorageException.UploadNotFound;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The storage's refusals in the words of HTTP.
@Singleton
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final ErrorResponseProcessor<?> problems;

    Refusals(ErrorResponseProcessor<?> problems) {
        this.problems = problems;
    }

    HttpResponse<?> answer(HttpRequest<?> request, StorageException refusal) {
        var message = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case InvalidObjectKey _ -> problem(request, new Malformed("objects.key.invalid", message));
            case AddressRefused _ -> problem(request, new Forbidden("objects.address.refused", message));
            case ObjectNotFound _ ->
                problem(request, new NotFound("objects.object.not-found", "object at this address"));
            case UploadNotFound _ -> problem(request, new NotFound("objects.upload.not-found", "open upload"));
            case StorageException.PreconditionFailed _ ->
                problem(request, new PreconditionFailed("objects.object.exists", message));
            case ContentMismatch _ -> problem(request, new Rejected("objects.content.mismatch", message));
            case StorageFull _ -> problem(request, StoreOutage.full());
            case ObjectTooLarge _ -> plain(request, HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE), message);
            case RangeNotSatisfiable it ->
                plain(
                        request,
                        HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + it.bytes()),
                        message);
            case StorageFailed _ -> {
                LOG.error("{} {} failed", request.getMethod(), request.getPath(), refusal);
                yield problem(request, StoreOutage.away());
            }
        };
    }

    private HttpResponse<?> problem(HttpRequest<?> request, DomainException refusal) {
        return problems.processResponse(
                ErrorContext.builder(request).cause(refusal).build(), HttpResponse.badRequest());
    }

    private HttpResponse<?> plain(HttpRequest<?> request, MutableHttpResponse<?> response, String message) {
        return problems.processResponse(
                ErrorContext.builder(request).errorMessage(message).build(), response);
    }
}
