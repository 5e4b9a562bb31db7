package io.streamverse.kernel.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

@Singleton
class DomainExceptionHandler implements ExceptionHandler<DomainException, HttpResponse<Problem>> {
    private final ProblemWriter problems;

    DomainExceptionHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(HttpRequest request, DomainException refusal) {
        return problems.write(request, refusal);
    }
}
