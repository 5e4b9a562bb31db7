/// From quantities to money by the terms of a plan. Pure: the same input gives the same lines, always.
/// Front door: Rating. Owns nothing.
@Room(knows = "plans")
@NullMarked
package io.streamverse.billing.rating;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
