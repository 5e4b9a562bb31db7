package io.streamverse.events.usage;

/// One finished output. `accelerator` is `gpu` or `cpu`; `resolution` is `audio`, `sd`, `hd`, `fhd` or `uhd`.
public record EncodedOutput(
        String accelerator, String codec, String resolution, int frameRate, boolean hdr, int passes, long outputMs) {}
