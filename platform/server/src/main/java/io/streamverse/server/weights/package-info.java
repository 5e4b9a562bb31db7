/// How much a millisecond of output counts, as billing said: so that encode time is reserved as it will be charged.
/// Front door: Weights. Owns control.transcode_weight. Listens to meters.v1.
@Room
@NullMarked
package io.streamverse.server.weights;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
