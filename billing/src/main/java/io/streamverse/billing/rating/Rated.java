package io.streamverse.billing.rating;

import io.streamverse.kernel.money.Money;
import java.util.List;

/// The lines of a bill, and their sum.
public record Rated(List<Line> lines, Money total) {
    public Rated {
        lines = List.copyOf(lines);
    }
}
