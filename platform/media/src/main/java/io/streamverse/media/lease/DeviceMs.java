package io.streamverse.media.lease;

/// How long an attempt has kept devices busy so far.
public record DeviceMs(long cpu, long gpu) {
    public static final DeviceMs NONE = new DeviceMs(0, 0);
}
