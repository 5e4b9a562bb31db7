/// What is played, and how it ended. Ids only: who and what they are is the tenant's.
@NullMarked
package io.streamverse.events.playback;

import org.jspecify.annotations.NullMarked;
