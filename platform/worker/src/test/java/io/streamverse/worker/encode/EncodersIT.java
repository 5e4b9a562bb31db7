package io.streamverse.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.worker.tools.TestTools;
import org.junit.jupiter.api.Test;

class EncodersIT {
    private final Encoders encoders = new Encoders(TestTools.tools());

    @Test
    void everyCodecIsEncodedOnAProcessor() throws Exception {
        assertThat(encoders.usable())
                .contains(
                        new Encoder(Codec.H264, Accelerator.CPU, 8),
                        new Encoder(Codec.HEVC, Accelerator.CPU, 8),
                        new Encoder(Codec.HEVC, Accelerator.CPU, 10),
                        new Encoder(Codec.VP9, Accelerator.CPU, 8),
                        new Encoder(Codec.AV1, Accelerator.CPU, 8),
                        new Encoder(Codec.AV1, Accelerator.CPU, 10));
    }

    @Test
    void aGraphicsCardIsFoundByTryingIt() throws Exception {
        var hasCard = encoders.gpu().isPresent();

        assertThat(encoders.usable())
                .filteredOn(it -> it.accelerator() == Accelerator.GPU)
                .allMatch(it -> hasCard);
    }
}
