/// What was used, as the rooms that see it tell billing.
@NullMarked
package io.streamverse.events.usage;

import org.jspecify.annotations.NullMarked;
