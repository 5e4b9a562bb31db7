package io.streamverse.billing.metering;

/// An entry in its place in the ledger: what the account's head is when it was appended.
final class Line {
    private final Account account;
    private final Entry entry;
    private final int position;
    private final byte[] hash;

    Line(Account account, Entry entry) {
        this.account = account;
        this.entry = entry;
        this.position = account.position();
        this.hash = account.head();
    }

    Account account() {
        return account;
    }

    Entry entry() {
        return entry;
    }

    int position() {
        return position;
    }

    byte[] hash() {
        return hash;
    }
}
