package io.streamverse.kernel.http;

import io.streamverse.kernel.problem.PreconditionFailed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A thing's version as an entity tag.
public final class ETag {
    private ETag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /// Without `If-Match` the caller does not mind; with it, an edit since then is not overwritten.
    public static void demand(@Nullable String ifMatch, int version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(of(version)::equals)) {
            throw new PreconditionFailed(
                    "http.version.outdated", "It was changed since you read it; read it again and repeat your change");
        }
    }
}
