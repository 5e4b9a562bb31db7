package io.streamverse.server.playback;

import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.kernel.problem.Unauthenticated;

/// A step that failed, as viewers' apps are told.
final class Denials {
    private Denials() {}

    static DomainException of(Finding failed, String titleId) {
        var detail = failed.detail();
        return switch (failed.step()) {
            case TITLE -> Situations.unknownTitle(titleId);
            case SIGNED_OUT -> signedOut(detail);
            case SUSPENDED -> suspended(detail);
            case TERRITORY -> new Forbidden("playback.denied.territory", detail, failed.facts());
            case WINDOW -> new Forbidden("playback.denied.window", detail, failed.facts());
            case NO_ENTITLEMENT -> new Forbidden("playback.denied.no-entitlement", detail, failed.facts());
            case AGE -> new Forbidden("playback.denied.age", detail, failed.facts());
            case DEVICE -> new Forbidden("playback.denied.device", detail, failed.facts());
            case OFFLINE -> new Forbidden("playback.denied.offline", detail, failed.facts());
            case QUOTA -> new LimitReached("playback.denied.quota", detail, failed.facts());
            case CONCURRENCY -> new Forbidden("playback.denied.concurrency", detail, failed.facts());
            case DOWNLOADS -> new Forbidden("playback.denied.downloads", detail, failed.facts());
        };
    }

    static Unauthenticated signedOut(String detail) {
        return new Unauthenticated("playback.denied.signed-out", detail);
    }

    static Forbidden suspended(String detail) {
        return new Forbidden("playback.denied.suspended", detail);
    }
}
