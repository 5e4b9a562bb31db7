/// What an operator sees of the machinery of each app: schedules and dead letters. The server serves its own and, with
/// `?app=billing`, forwards to billing's.
@NullMarked
package io.streamverse.kernel.operations;

import org.jspecify.annotations.NullMarked;
