/// Is the app alive, and is it ready to take requests.
@NullMarked
package io.streamverse.kernel.health;

import org.jspecify.annotations.NullMarked;
