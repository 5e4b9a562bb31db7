-- While a tenant moves it is still in its old database, and takes no writes there.
ALTER TABLE placement ADD COLUMN moving boolean NOT NULL DEFAULT false;

CREATE TABLE tenant_move (
    id           text        NOT NULL PRIMARY KEY,
    tenant_id    text        NOT NULL REFERENCES tenant ON DELETE CASCADE,
    source       text        NOT NULL,
    target       text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('REQUESTED', 'COPYING', 'MOVED', 'DONE', 'FAILED')),
    attempt      bigint      NOT NULL DEFAULT 0,
    failures     integer     NOT NULL DEFAULT 0,
    reason       text,
    row_count    bigint,
    requested_at timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    paused_at    timestamptz,
    moved_at     timestamptz,
    done_at      timestamptz
);
CREATE UNIQUE INDEX tenant_move_open ON tenant_move (tenant_id) WHERE state NOT IN ('DONE', 'FAILED');
CREATE INDEX tenant_move_tenant ON tenant_move (tenant_id, id);
