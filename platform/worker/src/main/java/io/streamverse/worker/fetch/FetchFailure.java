package io.streamverse.worker.fetch;

import io.streamverse.worker.work.WorkFailure;

/// Why an address could not be pulled.
final class FetchFailure {
    private FetchFailure() {}

    static WorkFailure address(String why) {
        return WorkFailure.permanent("media.fetch.address", "The address cannot be pulled: " + why, "");
    }

    static WorkFailure tooLarge(long most) {
        return WorkFailure.permanent(
                "media.fetch.too-large", "The file has more than the %d bytes it may have".formatted(most), "");
    }

    static WorkFailure answer(int status) {
        var detail = "The server answers %d instead of the file".formatted(status);
        return status >= 500 || status == 408 || status == 425 || status == 429
                ? WorkFailure.passing("media.fetch.answer", detail, "")
                : WorkFailure.permanent("media.fetch.answer", detail, "");
    }

    static WorkFailure packed() {
        return WorkFailure.permanent(
                "media.fetch.answer",
                "The server packs the file, though it was asked not to: take its Content-Encoding away",
                "");
    }

    static WorkFailure unreachable(String host, String why) {
        return WorkFailure.passing("media.fetch.unreachable", "The file cannot be had from " + host, why);
    }
}
