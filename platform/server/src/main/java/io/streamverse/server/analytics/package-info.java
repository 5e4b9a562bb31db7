/// What players told, counted: how many watch, how it starts, where it stalls.
/// Front door: Analytics. Owns the tables in ClickHouse; each tenant's are read through views that know its name.
/// Listens to qoe.v1.
@Room
@NullMarked
package io.streamverse.server.analytics;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
