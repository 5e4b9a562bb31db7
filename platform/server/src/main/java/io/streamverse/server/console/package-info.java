/// The web console: its files, and sessions in which a tenant's key stands behind a cookie that no script can read.
/// Front door: ConsoleSessions. Owns nothing: a session is its cookie, closed under `console.secret`.
@Room
@NullMarked
package io.streamverse.server.console;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
