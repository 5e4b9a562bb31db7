package io.streamverse.server.delivery;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.security.Paths;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The path of something of an asset, taken apart: `/m/<space>/<asset>/<version>/<folder>/<file>`, with a token before
/// it or without. Whatever is not exactly this is no address of ours, so there is nothing to normalise.
record MediaAddress(
        @Nullable String token,
        TenantSpace space,
        String assetId,
        int version,
        String folder,
        String file,
        String path) {
    static final String PACKAGE = Paths.PACKAGE;
    static final String ROOT = "/m/";
    static final String CAPTIONS = "captions";
    static final String STORYBOARD = "storyboard";
    private static final String KEYS = "keys";
    /// Folders that every token for a version opens.
    static final Set<String> SHARED = Set.of(CAPTIONS, STORYBOARD, KEYS);

    private static final int LONGEST = 6_000;
    private static final String TEST = "--test";
    private static final String ASSET = "ast";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int PARTS = 5;

    static MediaAddress parse(String path) {
        return find(path).orElseThrow(() -> new NotFound("http.route.unknown", "media at this address"));
    }

    static Optional<MediaAddress> find(String path) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        int media = path.indexOf(ROOT, 0);
        var token = path.startsWith(PACKAGE) && media > 0 ? path.substring(PACKAGE.length(), media) : null;
        if (media < 0 || (media > 0 && token == null)) {
            return Optional.empty();
        }
        var parts = path.substring(media + ROOT.length()).split("/", -1);
        if (parts.length != PARTS
                || !Ids.isValid(ASSET, parts[1])
                || !VERSION.matcher(parts[2]).matches()
                || !NAME.matcher(parts[3]).matches()
                || !NAME.matcher(parts[4]).matches()) {
            return Optional.empty();
        }
        return space(parts[0])
                .map(space -> new MediaAddress(
                        token, space, parts[1], Integer.parseInt(parts[2]), parts[3], parts[4], path.substring(media)));
    }

    /// With a slash at both ends.
    static String folder(TenantSpace space, String assetId, int version) {
        var suffix = space.environment() == Environment.TEST ? TEST : "";
        return "%s%s%s/%s/%d/".formatted(ROOT, space.tenant().value(), suffix, assetId, version);
    }

    /// What only a session that goes on may have, however long its token is good.
    boolean ofSession() {
        return !isSegment() && !folder.equals(CAPTIONS) && !folder.equals(STORYBOARD);
    }

    private boolean isSegment() {
        return file.endsWith(".m4s") || file.endsWith(".mp4");
    }

    private static Optional<TenantSpace> space(String name) {
        return name.endsWith(TEST)
                ? TenantId.find(name.substring(0, name.length() - TEST.length()))
                        .map(TenantSpace::test)
                : TenantId.find(name).map(TenantSpace::live);
    }
}
