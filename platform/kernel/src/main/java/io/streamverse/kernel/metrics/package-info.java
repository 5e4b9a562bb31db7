/// What is told of the work: Prometheus metrics and the management port they are read from, traces for a collector of
/// OpenTelemetry's, and the words of every log line.
@NullMarked
package io.streamverse.kernel.metrics;

import org.jspecify.annotations.NullMarked;
