package io.streamverse.billing.metering;

import java.util.List;
import java.util.Optional;

/// All meters of this release.
public record Meters(List<Meter> all) {
    public Meters {
        all = List.copyOf(all);
    }

    public Optional<Meter> find(String code) {
        return all.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    List<String> levels() {
        return all.stream()
                .filter(it -> it.kind() == Meter.Kind.LEVEL)
                .map(Meter::code)
                .toList();
    }
}
