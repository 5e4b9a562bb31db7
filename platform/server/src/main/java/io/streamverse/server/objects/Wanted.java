package io.streamverse.server.objects;

import io.micronaut.http.HttpHeaders;
import io.streamverse.kernel.http.RangeHeader;
import io.streamverse.kernel.storage.Range;
import io.streamverse.kernel.storage.StoredObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// What a reader asks for, and what it has already.
final class Wanted {
    private final HttpHeaders headers;
    private final Supplier<StoredObject> current;

    Wanted(HttpHeaders headers, Supplier<StoredObject> current) {
        this.headers = headers;
        this.current = current;
    }

    /// `If-Range` asks for the whole where the object has changed since the reader's first part.
    Optional<Range> range() {
        return headers.findFirst(HttpHeaders.RANGE)
                .filter(_ -> headers.findFirst(HttpHeaders.IF_RANGE)
                        .map(etag -> etag.equals(Answers.etag(current.get())))
                        .orElse(true))
                .flatMap(RangeHeader::parse);
    }

    boolean has(StoredObject object) {
        return headers.findFirst(HttpHeaders.IF_NONE_MATCH)
                .map(etags -> Arrays.stream(etags.split(","))
                        .map(String::strip)
                        .anyMatch(etag -> etag.equals("*") || etag.equals(Answers.etag(object))))
                .orElse(false);
    }
}
