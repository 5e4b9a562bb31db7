package io.streamverse.server.cpix;

import io.streamverse.kernel.problem.Rejected;
import java.util.Locale;
import java.util.regex.Pattern;

/// Key ids as CPIX writes them.
final class Uuids {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuids() {}

    static String of(String hex) {
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    static String hex(String uuid) {
        var lower = uuid.toLowerCase(Locale.ROOT);
        if (!UUID.matcher(lower).matches()) {
            throw new Rejected("drm.cpix.invalid", "A kid is a UUID");
        }
        return lower.replace("-", "");
    }
}
