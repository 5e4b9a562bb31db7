/// Opaque, prefixed ids such as `ast_01h455vb4pexa5nq6r3t7s9vwy`: made here, checked here.
/// Front door: Ids. A room keeps its own typed id, a record whose constructor calls `Ids.require`.
@NullMarked
package io.streamverse.kernel.ids;

import org.jspecify.annotations.NullMarked;
