package io.streamverse.worker.encode;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;

/// One that works here. HDR needs 10 bits per sample, everything else has 8.
public record Encoder(Codec codec, Accelerator accelerator, int bits) {}
