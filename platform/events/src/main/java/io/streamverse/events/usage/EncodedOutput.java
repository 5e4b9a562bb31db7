package io.streamverse.events.usage;

import java.util.Map;

/// One finished output. `accelerator` is `gpu` or `cpu`, as it was asked for; `resolution` is `audio`, `sd`, `hd`,
/// `fhd` or `uhd`.
public record EncodedOutput(
        String accelerator, String codec, String resolution, int frameRate, boolean hdr, int passes, long outputMs) {
    private static final int SMOOTH = 30;

    /// What its weight is made of, in the words of the meters.
    public Map<String, String> properties() {
        return Map.of(
                "codec",
                codec,
                "resolution",
                resolution,
                "frameRate",
                frameRate <= SMOOTH ? "up-to-30" : "up-to-60",
                "hdr",
                String.valueOf(hdr),
                "passes",
                String.valueOf(passes));
    }
}
