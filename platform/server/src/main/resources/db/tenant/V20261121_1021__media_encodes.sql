-- What shall be made of an asset.
CREATE TABLE encode_wish (
    asset_id    text NOT NULL PRIMARY KEY REFERENCES asset ON DELETE CASCADE,
    ladder      text NOT NULL,
    protection  text NOT NULL CHECK (protection IN ('NONE', 'CENC', 'CBCS', 'BOTH')),
    accelerator text NOT NULL CHECK (accelerator IN ('CPU', 'GPU')),
    quote       text
);

-- What one job makes of a version.
CREATE TABLE planned_encode (
    job_id         text        NOT NULL PRIMARY KEY REFERENCES asset_job ON DELETE CASCADE,
    ladder_id      text        NOT NULL,
    ladder_version integer     NOT NULL,
    plan           jsonb       NOT NULL,
    protection     text        NOT NULL,
    accelerator    text        NOT NULL,
    key_id         text,
    planned_at     timestamptz NOT NULL
);

-- Everything of a version that players get; one of an asset serves.
CREATE TABLE bundle (
    id             text        NOT NULL PRIMARY KEY,
    asset_id       text        NOT NULL REFERENCES asset ON DELETE CASCADE,
    number         integer     NOT NULL,
    duration_ms    bigint      NOT NULL,
    protection     text        NOT NULL,
    key_id         text,
    index_key      text        NOT NULL,
    renditions     jsonb       NOT NULL,
    storyboard_key text,
    poster_keys    jsonb       NOT NULL,
    created_at     timestamptz NOT NULL,
    replaced_at    timestamptz,
    UNIQUE (asset_id, number)
);
CREATE UNIQUE INDEX bundle_serving ON bundle (asset_id) WHERE replaced_at IS NULL;
