package io.streamverse.kernel.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whatever nobody expected: logged once with its request id, answered without a word about the inside.
@Singleton
class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<Problem>> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);
    private final ProblemWriter problems;

    FaultHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, Throwable fault) {
        if (fault instanceof EOFException) {
            LOG.debug("{} {}: the caller left", request.getMethod(), request.getPath(), fault);
        } else {
            LOG.error("{} {} failed ({})", request.getMethod(), request.getPath(), RequestId.of(request), fault);
        }
        return problems.internal(request);
    }
}
