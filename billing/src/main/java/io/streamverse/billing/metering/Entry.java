package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the ledger, in the form in which it is hashed: fields that can hold no line feed, one per line. A time
/// is kept to the microsecond, as the database keeps it.
record Entry(
        String source,
        String id,
        String meter,
        BigDecimal quantity,
        Instant at,
        String dimensions,
        @Nullable String reason) {

    Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static Entry of(Usage usage, @Nullable String reason) {
        return new Entry(
                usage.source(),
                usage.id(),
                usage.meter(),
                usage.quantity(),
                usage.at(),
                Dimensions.text(usage.dimensions()),
                reason);
    }

    /// The same at the same time, under another name and with another quantity.
    Usage again(TenantSpace space, String newId, BigDecimal newQuantity) {
        return new Usage(space, Rules.CORRECTION, newId, meter, newQuantity, at, Dimensions.read(dimensions));
    }

    /// Names the entry among all of all tenants.
    UUID key(MessageDigest sha256, TenantSpace space) {
        return key(sha256, space, source, id);
    }

    static UUID key(MessageDigest sha256, TenantSpace space, String source, String id) {
        return shortened(sha256.digest(Hashes.bytes(space + "\n" + source + "\n" + id)));
    }

    /// Tells a repetition from a contradiction.
    UUID payloadDigest(MessageDigest sha256) {
        return shortened(sha256.digest(Hashes.bytes(payload())));
    }

    byte[] hash(MessageDigest sha256, byte[] previous) {
        sha256.update(previous);
        return sha256.digest(Hashes.bytes(source + "\n" + id + "\n" + payload()));
    }

    private static UUID shortened(byte[] digest) {
        var first = ByteBuffer.wrap(digest);
        return new UUID(first.getLong(), first.getLong());
    }

    private String payload() {
        var text = new StringBuilder(128)
                .append(meter)
                .append('\n')
                .append(quantity.stripTrailingZeros().toPlainString())
                .append('\n')
                .append(micros())
                .append('\n')
                .append(dimensions);
        return reason == null
                ? text.toString()
                : text.append('\n').append(reason).toString();
    }

    long micros() {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }
}
