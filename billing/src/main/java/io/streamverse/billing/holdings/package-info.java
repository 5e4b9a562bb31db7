/// What billing holds of a tenant, asked by the server when it erases one. Each room removes its own (kernel.erasure).
@Room
@NullMarked
package io.streamverse.billing.holdings;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
