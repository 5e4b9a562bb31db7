-- What a tenant was told that something would cost; a promise until it expires, and kept.
CREATE TABLE quote (
    id           text        NOT NULL PRIMARY KEY,
    tenant_id    text        NOT NULL,
    env          text        NOT NULL CHECK (env IN ('live', 'test')),
    meter        text        NOT NULL,
    quantity     numeric     NOT NULL CHECK (quantity > 0),
    price        numeric     NOT NULL,
    currency     text        NOT NULL,
    included     numeric     NOT NULL,
    used         numeric     NOT NULL,
    hard         boolean     NOT NULL,
    plan         text        NOT NULL,
    plan_version integer     NOT NULL,
    external_id  text,
    metadata     jsonb       NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    UNIQUE (tenant_id, env, external_id)
);
