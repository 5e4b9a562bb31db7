package io.streamverse.server.objects;

import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.problem.Explanation;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.storage.StorageException.StorageFailed;
import io.streamverse.kernel.storage.StorageException.StorageFull;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What any room meets that asks the store of objects, told alike.
@Singleton
class StoreOutage implements Explanation {
    private static final Duration UNTIL_BACK = Duration.ofSeconds(5);
    private static final Duration UNTIL_SPACE = Duration.ofMinutes(1);

    @Override
    public Optional<DomainException> of(Throwable fault) {
        return Stream.iterate(fault, it -> it != null, Throwable::getCause)
                .<DomainException>mapMulti((it, found) -> {
                    switch (it) {
                        case StorageFailed _ -> found.accept(away());
                        case StorageFull _ -> found.accept(full());
                        default -> {}
                    }
                })
                .findFirst();
    }

    static Unavailable away() {
        return new Unavailable("objects.store.unavailable", "The store of objects does not answer", UNTIL_BACK);
    }

    static Unavailable full() {
        return new Unavailable("objects.space.exhausted", "The store of objects has no space left", UNTIL_SPACE);
    }
}
