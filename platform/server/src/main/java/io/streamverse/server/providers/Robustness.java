package io.streamverse.server.providers;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How well a device must keep keys and pictures, by Widevine's five steps, in which most devices are described.
public enum Robustness {
    @JsonProperty("software-crypto")
    SOFTWARE_CRYPTO("SW_SECURE_CRYPTO", 1, 2000),
    @JsonProperty("software-decode")
    SOFTWARE_DECODE("SW_SECURE_DECODE", 2, 2000),
    @JsonProperty("hardware-crypto")
    HARDWARE_CRYPTO("HW_SECURE_CRYPTO", 3, 3000),
    @JsonProperty("hardware-decode")
    HARDWARE_DECODE("HW_SECURE_DECODE", 4, 3000),
    @JsonProperty("hardware-all")
    HARDWARE_ALL("HW_SECURE_ALL", 5, 3000);

    private final String label;
    private final int level;
    private final int playReady;

    Robustness(String label, int level, int playReady) {
        this.label = label;
        this.level = level;
        this.playReady = playReady;
    }

    String widevineName() {
        return label;
    }

    int widevineLevel() {
        return level;
    }

    /// Security level: 2000 for software, 3000 for hardware.
    int playReady() {
        return playReady;
    }
}
