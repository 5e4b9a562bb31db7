/// Who may speak to billing: only the server, with a token of its own that says for whom.
/// No front door.
@Room
@NullMarked
package io.streamverse.billing.access;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
