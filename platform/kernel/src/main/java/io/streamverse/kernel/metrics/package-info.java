/// Prometheus metrics and the management port they are read from.
@NullMarked
package io.streamverse.kernel.metrics;

import org.jspecify.annotations.NullMarked;
