/// What benchmarks measure, against what goal.
@NullMarked
package io.streamverse.testkit.bench;

import org.jspecify.annotations.NullMarked;
