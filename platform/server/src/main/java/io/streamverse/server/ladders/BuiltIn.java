package io.streamverse.server.ladders;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.media.ladder.BuiltInLadders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The built-in ladders as if they were somebody's. Their ids are older than any of a tenant's, and never change: a
/// further one goes behind the others.
final class BuiltIn {
    private static final String LAST_LETTERS = "zyxwvtsrqpnmkjhgfedcba";
    private static final List<LadderVersion> ALL = all();

    private BuiltIn() {}

    /// In the order of ids, the youngest first.
    static List<LadderVersion> ladders() {
        return ALL;
    }

    static Optional<LadderVersion> find(String idOrName) {
        return ALL.stream()
                .filter(it -> it.id().equals(idOrName) || it.name().equals(idOrName))
                .findAny();
    }

    private static List<LadderVersion> all() {
        var all = new ArrayList<LadderVersion>();
        for (var name : BuiltInLadders.names()) {
            var rungs = BuiltInLadders.find(name).orElseThrow();
            var id = LadderVersion.PREFIX + "_" + "0".repeat(25) + LAST_LETTERS.charAt(all.size());
            all.add(new LadderVersion(
                    Ids.require(LadderVersion.PREFIX, id),
                    1,
                    true,
                    name,
                    rungs.video(),
                    rungs.audio(),
                    null,
                    Map.of(),
                    null,
                    null));
        }
        return List.copyOf(all);
    }
}
