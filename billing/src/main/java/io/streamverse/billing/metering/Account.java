package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.security.MessageDigest;
import java.time.LocalDate;

/// One space's ledger while its row is locked: where today's chain stands, and what this transaction adds to it.
final class Account {
    private final int number;
    private final TenantSpace space;
    private final LocalDate day;
    private final byte[] previous;
    private byte[] head;
    private int position;
    private int booked;
    private int duplicates;
    private int rejected;

    Account(int number, TenantSpace space, LocalDate day, byte[] previous, byte[] head, int position) {
        this.number = number;
        this.space = space;
        this.day = day;
        this.previous = previous;
        this.head = head;
        this.position = position;
    }

    /// The entry's hash is the new head.
    void append(Entry entry, MessageDigest sha256) {
        head = entry.hash(sha256, head);
        position++;
        booked++;
    }

    void repeated() {
        duplicates++;
    }

    void refused() {
        rejected++;
    }

    int number() {
        return number;
    }

    TenantSpace space() {
        return space;
    }

    LocalDate day() {
        return day;
    }

    byte[] previous() {
        return previous;
    }

    byte[] head() {
        return head;
    }

    int position() {
        return position;
    }

    int booked() {
        return booked;
    }

    int duplicates() {
        return duplicates;
    }

    int rejected() {
        return rejected;
    }
}
