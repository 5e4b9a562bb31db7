package io.streamverse.server.objects;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.streamverse.kernel.storage.Expectation;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.StorageException.ObjectTooLarge;

/// What a writer says about the bytes it sends.
final class Arriving {
    private final HttpHeaders headers;

    Arriving(HttpHeaders headers) {
        this.headers = headers;
    }

    NewObject object() {
        var object =
                NewObject.of(headers.findFirst(HttpHeaders.CONTENT_TYPE).orElse(MediaType.APPLICATION_OCTET_STREAM));
        return headers.findFirst(HttpHeaders.IF_NONE_MATCH).filter("*"::equals).isPresent()
                ? object.onlyIfAbsent()
                : object;
    }

    Expectation within(long maxBytes) {
        var announced = headers.contentLength();
        if (announced.isEmpty()) {
            return Expectation.atMost(maxBytes);
        }
        if (announced.getAsLong() > maxBytes) {
            throw new ObjectTooLarge(maxBytes);
        }
        return Expectation.exactly(announced.getAsLong());
    }
}
