package io.streamverse.kernel.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whatever nobody expected: logged once with its request id, answered without a word about the inside, unless somebody
/// knows that it passes.
@Singleton
class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<Problem>> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);
    private final ProblemWriter problems;
    private final List<Explanation> explanations;

    FaultHandler(ProblemWriter problems, List<Explanation> explanations) {
        this.problems = problems;
        this.explanations = explanations;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, Throwable fault) {
        var refusal = explanations.stream().flatMap(it -> it.of(fault).stream()).findFirst();
        if (refusal.isPresent()) {
            LOG.warn(
                    "{} {} was refused ({}): {}",
                    request.getMethod(),
                    request.getPath(),
                    RequestId.of(request),
                    fault.getMessage());
            return problems.write(request, refusal.get());
        }
        if (fault instanceof EOFException) {
            LOG.debug("{} {}: the caller left", request.getMethod(), request.getPath(), fault);
        } else {
            LOG.error("{} {} failed ({})", request.getMethod(), request.getPath(), RequestId.of(request), fault);
        }
        return problems.internal(request);
    }
}
