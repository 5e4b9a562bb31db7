package io.streamverse.kernel.problem;

import java.util.Optional;

/// Knows a refusal behind a failure that nobody declared, such as that of a database which is away.
public interface Explanation {
    Optional<DomainException> of(Throwable fault);
}
