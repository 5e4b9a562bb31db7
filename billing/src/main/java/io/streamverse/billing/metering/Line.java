package io.streamverse.billing.metering;

import java.util.UUID;

/// An entry in its place in the ledger.
final class Line {
    private final Account account;
    private final int position;
    private final Entry entry;
    private final UUID key;
    private final UUID payload;
    private final byte[] hash;

    Line(Account account, Entry entry, UUID key, UUID payload) {
        this.account = account;
        this.position = account.position();
        this.entry = entry;
        this.key = key;
        this.payload = payload;
        this.hash = account.head();
    }

    Account account() {
        return account;
    }

    int position() {
        return position;
    }

    Entry entry() {
        return entry;
    }

    UUID key() {
        return key;
    }

    UUID payload() {
        return payload;
    }

    byte[] hash() {
        return hash;
    }
}
