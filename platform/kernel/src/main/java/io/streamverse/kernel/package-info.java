/// What two programs or more need and that is no business noun; each part is a package of its own.
/// Here lies only the sign that a room hangs on its door.
@NullMarked
package io.streamverse.kernel;

import org.jspecify.annotations.NullMarked;
