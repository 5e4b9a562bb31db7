/// What the platform costs, measured: `make bench`. The standalone runs from its jar in a process of its own; what is
/// measured lands as a table on the console and as JSON in `target/bench/`.
@NullMarked
package io.streamverse.bench;

import org.jspecify.annotations.NullMarked;
