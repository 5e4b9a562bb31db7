CREATE TABLE api_key (
    id           text        NOT NULL PRIMARY KEY,
    tenant_id    text        NOT NULL REFERENCES tenant ON DELETE CASCADE,
    environment  text        NOT NULL,
    name         text        NOT NULL,
    scopes       text[]      NOT NULL,
    hint         text        NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    last_used_at timestamptz,
    external_id  text,
    metadata     jsonb       NOT NULL DEFAULT '{}',
    version      integer     NOT NULL,
    UNIQUE (tenant_id, environment, external_id)
);
CREATE INDEX api_key_space ON api_key (tenant_id, environment, id);

-- A rotated key has two secrets until the old one's time is over. Only the hash is kept.
CREATE TABLE api_key_secret (
    hash       text        NOT NULL PRIMARY KEY,
    key_id     text        NOT NULL REFERENCES api_key ON DELETE CASCADE,
    ends_at    timestamptz
);
CREATE INDEX api_key_secret_key ON api_key_secret (key_id);
