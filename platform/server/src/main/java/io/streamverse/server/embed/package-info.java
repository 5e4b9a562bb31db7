/// The web player's files, for pages on whatever host: `/player/streamverse-player.js` and what it loads.
/// Owns nothing; player-sdk builds the files.
@Room
@NullMarked
package io.streamverse.server.embed;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
