-- One row per meter. Three sources write it, each its own columns: billing what is allowed and what it counted (the
-- greater revision wins), this server what it settled since and what is reserved.
CREATE TABLE quota (
    meter              text        NOT NULL PRIMARY KEY,
    planned            numeric     NOT NULL,
    included           numeric     NOT NULL,
    granted            numeric     NOT NULL DEFAULT 0,
    hard               boolean     NOT NULL,
    period_from        timestamptz NOT NULL,
    period_to          timestamptz NOT NULL,
    later_ends         text[]      NOT NULL,
    allowance_revision bigint      NOT NULL DEFAULT 0,
    counted            numeric     NOT NULL DEFAULT 0,
    counted_from       timestamptz NOT NULL,
    counted_at         timestamptz NOT NULL,
    usage_revision     bigint      NOT NULL DEFAULT 0,
    settled            numeric     NOT NULL DEFAULT 0,
    settled_from       timestamptz NOT NULL,
    reserved           numeric     NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    held               jsonb       NOT NULL DEFAULT '{}'
);

-- OPEN holds its amount; SETTLED counts here until billing has counted it; the others only answer repetitions.
CREATE TABLE reservation (
    id           text        NOT NULL PRIMARY KEY,
    meter        text        NOT NULL,
    reference    text        NOT NULL,
    purpose      text        NOT NULL,
    amount       numeric     NOT NULL CHECK (amount > 0),
    quote        text,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'SETTLED', 'COUNTED', 'RELEASED', 'EXPIRED')),
    actual       numeric,
    settled_from timestamptz,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    closed_at    timestamptz,
    UNIQUE (reference, meter)
);
CREATE INDEX reservation_open ON reservation (meter, expires_at) WHERE state = 'OPEN';

-- What a period may cost; the row is there since the environment has its quotas.
CREATE TABLE budget (
    id          smallint    NOT NULL PRIMARY KEY CHECK (id = 1),
    revision    bigint      NOT NULL DEFAULT 0,
    amount      numeric,
    spent       numeric     NOT NULL DEFAULT 0,
    currency    text,
    period_from timestamptz,
    period_to   timestamptz,
    counted_at  timestamptz
);
