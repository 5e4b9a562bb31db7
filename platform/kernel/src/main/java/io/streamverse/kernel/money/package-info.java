/// Exact amounts of one currency, and how they travel: `{"amount":"12.00","currency":"EUR"}`.
/// Front door: Money. Prices below a cent are plain decimals of the room that owns them; money is what is charged.
@NullMarked
package io.streamverse.kernel.money;

import org.jspecify.annotations.NullMarked;
