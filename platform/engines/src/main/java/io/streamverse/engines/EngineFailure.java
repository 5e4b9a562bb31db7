package io.streamverse.engines;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/// Why the engines cannot start; the message is one sentence for a person and says what to do.
public final class EngineFailure extends RuntimeException {
    /// The system's words for it, and PostgreSQL's.
    private static final List<String> FULL_DISK =
            List.of("No space left on device", "Disk quota exceeded", "Check free disk space", "wrote only");

    EngineFailure(String sentence) {
        super(sentence);
    }

    EngineFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static EngineFailure at(Path place, IOException cause) {
        return of(
                "Using " + place,
                place,
                cause instanceof AccessDeniedException ? "Permission denied" : "" + cause.getMessage(),
                cause);
    }

    /// For what an engine or the system said while it did something at a place.
    static EngineFailure of(String doing, Path place, String said) {
        return new EngineFailure(sentence(doing, place, said));
    }

    static EngineFailure of(String doing, Path place, String said, Throwable cause) {
        return new EngineFailure(sentence(doing, place, said), cause);
    }

    private static String sentence(String doing, Path place, String said) {
        if (FULL_DISK.stream().anyMatch(said::contains)) {
            return "The disk that holds %s is full: free some space and start again.".formatted(place);
        }
        if (said.contains("Permission denied") || said.contains("Operation not permitted")) {
            return "%s may not be used by this user: start as its owner or name another data folder.".formatted(place);
        }
        return "%s failed (%s): look into %s for more."
                .formatted(doing, said.strip().replace("\n", " "), place);
    }
}
