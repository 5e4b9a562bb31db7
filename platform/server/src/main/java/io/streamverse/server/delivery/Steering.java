package io.streamverse.server.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamverse.kernel.security.Digests;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Which host a session is to fetch from, and which next: as HLS content steering and DASH's has it. A session keeps
/// its order as long as the weights are what they are; of many sessions each host gets its share first.
@Singleton
class Steering {
    /// The host that the manifest came from.
    static final String HERE = ".";

    private static final int TTL_SECONDS = 60;
    private static final String AGAIN = "steering.json";
    private static final int DIGITS = 13;

    private final List<Pathway> pathways;

    Steering(DeliveryConfig config) {
        this.pathways = config.pathways().stream()
                .filter(it -> !it.isEmpty())
                .map(Pathway::parse)
                .toList();
    }

    record Document(
            @JsonProperty("VERSION") int version,
            @JsonProperty("TTL") int ttl,
            @JsonProperty("RELOAD-URI") String reload,
            @JsonProperty("PATHWAY-PRIORITY") List<String> priority,
            @JsonProperty("PATHWAY-CLONES") List<Clone> clones) {}

    record Clone(
            @JsonProperty("BASE-ID") String base,
            @JsonProperty("ID") String id,
            @JsonProperty("URI-REPLACEMENT") Replacement replacement) {}

    record Replacement(@JsonProperty("HOST") String host) {}

    boolean leads() {
        return pathways.stream().anyMatch(it -> it.weight() > 0);
    }

    Document document(String session) {
        var open = pathways.stream().filter(it -> it.weight() > 0).toList();
        var order = open.stream()
                .sorted(Comparator.comparingDouble(it -> -share(session, it)))
                .map(Pathway::name);
        var clones = open.stream()
                .map(it -> new Clone(HERE, it.name(), new Replacement(it.host())))
                .toList();
        return new Document(
                1, TTL_SECONDS, AGAIN, Stream.concat(order, Stream.of(HERE)).toList(), clones);
    }

    /// Weighted rendezvous: the greatest wins with the chance of its weight.
    private static double share(String session, Pathway pathway) {
        var digits = Digests.sha256(session + "\n" + pathway.name()).substring(0, DIGITS);
        double uniform = (Long.parseLong(digits, 16) + 0.5) / (1L << (4 * DIGITS));
        return pathway.weight() / -Math.log(uniform);
    }
}
