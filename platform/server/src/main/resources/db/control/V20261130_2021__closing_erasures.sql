-- What is known of an erasure while it runs and after it: the tenant's id and slug, never a person.
CREATE TABLE erasure (
    id          text        NOT NULL PRIMARY KEY,
    tenant_id   text        NOT NULL UNIQUE,
    slug        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('removing', 'settling', 'done')),
    asked_by    text        NOT NULL,
    reason      text        NOT NULL,
    began_at    timestamptz NOT NULL,
    -- Since when nothing was found to remove any more; before it is certified everything is looked at once more.
    settled_at  timestamptz,
    ended_at    timestamptz,
    certificate text
);
CREATE INDEX erasure_open ON erasure (id) WHERE state <> 'done';

CREATE TABLE erasure_step (
    erasure_id text        NOT NULL REFERENCES erasure ON DELETE CASCADE,
    store      text        NOT NULL,
    -- What was there before anything was removed, and what came in while it was.
    found      jsonb,
    found_late jsonb,
    found_at   timestamptz,
    removed_at timestamptz,
    failures   integer     NOT NULL DEFAULT 0,
    failure    text,
    PRIMARY KEY (erasure_id, store)
);

-- What certificates are signed with. Public keys stay for as long as certificates are shown to anybody: for good.
CREATE TABLE erasure_key (
    id         text        NOT NULL PRIMARY KEY,
    public_jwk text        NOT NULL,
    sealed     text        NOT NULL,
    created_at timestamptz NOT NULL
);
