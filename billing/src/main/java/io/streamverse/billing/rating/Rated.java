package io.streamverse.billing.rating;

import io.streamverse.kernel.money.Money;
import java.util.List;
import java.util.Optional;

/// The lines of a bill, and their sum.
public record Rated(List<Line> lines, Money total) {
    public Rated {
        lines = List.copyOf(lines);
    }

    /// The line of a meter; none where the plan has no price for it.
    public Optional<Line> of(String meter) {
        return lines.stream().filter(it -> it.code().equals(meter)).findFirst();
    }
}
