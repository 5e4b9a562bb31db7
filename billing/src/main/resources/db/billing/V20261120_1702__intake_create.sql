-- A file of usage on its way into the ledger. It is kept in parts until they are booked: a part, its booking and the
-- counts change in one transaction, so that a process that dies leaves nothing half done.
CREATE TABLE usage_backfill (
    id         text        NOT NULL PRIMARY KEY,
    state      text        NOT NULL CHECK (state IN ('uploading', 'running', 'done', 'failed')),
    header     text,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    lines      bigint      NOT NULL DEFAULT 0,
    accepted   bigint      NOT NULL DEFAULT 0,
    duplicates bigint      NOT NULL DEFAULT 0,
    conflicts  bigint      NOT NULL DEFAULT 0,
    rejected   bigint      NOT NULL DEFAULT 0
);

CREATE TABLE usage_backfill_part (
    backfill   text   NOT NULL REFERENCES usage_backfill,
    first_line bigint NOT NULL,
    content    text   NOT NULL,
    PRIMARY KEY (backfill, first_line)
);

-- The first lines that were refused.
CREATE TABLE usage_backfill_refusal (
    backfill text   NOT NULL REFERENCES usage_backfill,
    line     bigint NOT NULL,
    code     text   NOT NULL,
    PRIMARY KEY (backfill, line)
);
