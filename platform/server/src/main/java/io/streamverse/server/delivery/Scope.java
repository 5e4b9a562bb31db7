package io.streamverse.server.delivery;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which addresses a token opens: of one version of an asset, all that is in certain folders. As a regular expression
/// over the whole address, in what POSIX and Java both understand; any host, so that it holds on every edge.
record Scope(Pattern pattern) {
    private static final String KIND = "regex:";
    private static final String ANYWHERE = "https?://[^/]*";
    private static final String FILE = "/[^/?]+([?].*)?$";

    /// What a token says.
    static String claim(TenantSpace space, Permit permit) {
        var folders = Stream.concat(
                        Stream.concat(Stream.of(permit.variant()), permit.tracks().stream()),
                        MediaAddress.SHARED.stream())
                .distinct()
                .map(Scope::literal)
                .collect(Collectors.joining("|", "(", ")"));
        var asset = MediaAddress.folder(space, permit.assetId(), permit.version());
        return KIND + ANYWHERE + literal(asset) + folders + FILE;
    }

    static Scope parse(String claim) {
        if (!claim.startsWith(KIND)) {
            throw Tokens.refused("The token names no addresses");
        }
        return new Scope(Pattern.compile(claim.substring(KIND.length())));
    }

    boolean holds(MediaAddress address) {
        return pattern.matcher("http://e" + address.path()).matches();
    }

    /// Names have no other character that means something in an expression.
    private static String literal(String name) {
        return name.replace(".", "[.]");
    }
}
