/// The contract between rooms: sealed records of primitives, ids and instants. Fields are only ever added; anything
/// else is a new topic beside the old one. Depends on nothing.
@NullMarked
package io.streamverse.events;

import org.jspecify.annotations.NullMarked;
