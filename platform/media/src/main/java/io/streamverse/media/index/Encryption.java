package io.streamverse.media.index;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `keyId` and `iv` are lower-case hex. The IV is there where it is the same for all samples, as with cbcs.
public record Encryption(
        Scheme scheme, @Nullable String keyId, @Nullable String iv) {
    public static final Encryption NONE = new Encryption(Scheme.NONE, null, null);
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern IV = Pattern.compile("[0-9a-f]{16}|[0-9a-f]{32}");

    public Encryption {
        if ((scheme == Scheme.NONE) != (keyId == null)) {
            throw new IllegalArgumentException("A key id belongs to what is encrypted");
        }
        if (keyId != null && !KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("A key id is 16 bytes in hex");
        }
        if (iv != null && (keyId == null || !IV.matcher(iv).matches())) {
            throw new IllegalArgumentException("An IV is 8 or 16 bytes in hex, of what is encrypted");
        }
    }
}
