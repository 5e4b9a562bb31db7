package io.streamverse.media.lease;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;

/// One that works on this machine, found by trying it.
public record Encoder(Codec codec, Accelerator accelerator) {}
