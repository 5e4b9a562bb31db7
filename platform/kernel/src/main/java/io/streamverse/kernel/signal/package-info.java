/// A word to every other server on this database, over LISTEN/NOTIFY: drop a cached thing, look at the outbox.
@NullMarked
package io.streamverse.kernel.signal;

import org.jspecify.annotations.NullMarked;
