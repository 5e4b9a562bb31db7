-- Bytes up to `received` are safe: in parts, whose etags stand here in order, and behind them in pieces, objects of their
-- own that are too small to be a part yet. Who writes has taken the next `attempt`; an older one changes nothing any more.
CREATE TABLE upload (
    id             text        NOT NULL PRIMARY KEY,
    kind           text        NOT NULL CHECK (kind IN ('WHOLE', 'PARTIAL', 'FINAL')),
    state          text        NOT NULL CHECK (state IN ('OPEN', 'FINISHED', 'TERMINATED', 'EXPIRED')),
    asset_id       text,
    object_key     text,
    length         bigint      NOT NULL CHECK (length > 0),
    received       bigint      NOT NULL DEFAULT 0,
    part_size      bigint      NOT NULL,
    multipart_id   text,
    etags          jsonb       NOT NULL DEFAULT '[]',
    pieces         jsonb       NOT NULL DEFAULT '[]',
    partials       text[]      NOT NULL DEFAULT '{}',
    metadata       text        NOT NULL,
    reservation_id text,
    attempt        bigint      NOT NULL DEFAULT 0,
    writer_until   timestamptz,
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    cleared_at     timestamptz
);
CREATE INDEX upload_open ON upload (expires_at) WHERE state = 'OPEN' OR kind = 'PARTIAL';
CREATE INDEX upload_uncleared ON upload (id) WHERE state <> 'OPEN' AND cleared_at IS NULL;
