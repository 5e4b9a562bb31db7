package io.streamverse.media.protection;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which tracks of a version share a key, so that who may see small pictures holds no key of large ones.
public enum KeyTier {
    @JsonProperty("audio")
    AUDIO(0),
    @JsonProperty("sd")
    SD(576),
    @JsonProperty("hd")
    HD(1080),
    @JsonProperty("uhd")
    UHD(Integer.MAX_VALUE);

    private final int tallest;

    KeyTier(int tallest) {
        this.tallest = tallest;
    }

    /// Of a picture, whichever way up.
    public static KeyTier of(int width, int height) {
        var narrow = Math.min(width, height);
        return Stream.of(SD, HD, UHD)
                .filter(it -> narrow <= it.tallest)
                .findFirst()
                .orElseThrow();
    }

    public static Optional<KeyTier> labelled(String label) {
        return Stream.of(values()).filter(it -> it.label().equals(label)).findFirst();
    }

    /// Where pictures of at most that height may be seen.
    public boolean within(int maximumHeight) {
        return this == AUDIO || this == SD || of(maximumHeight, maximumHeight).compareTo(this) >= 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
