/// What viewers find: home with its rails, titles, search, and what they watched. Never what a profile is too young
/// for,
/// nor what is not open where and when it looks.
/// No front door: viewer apps call it over HTTP. Owns browse_play in the tenant's schema, of which what trends is
/// counted. Whether something plays is decided by playback.
/// Listens to playback.v1.
@Room(knows = {"access", "catalog", "clock", "media", "playback", "viewers"})
@NullMarked
package io.streamverse.server.browse;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
