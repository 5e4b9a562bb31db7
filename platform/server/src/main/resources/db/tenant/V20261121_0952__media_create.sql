-- `latest` is the version in the making, or the one made last. A deleted asset is gone for its tenant; its row stays
-- until all its objects are.
CREATE TABLE asset (
    id             text        NOT NULL PRIMARY KEY,
    name           text        NOT NULL,
    external_id    text,
    metadata       jsonb       NOT NULL DEFAULT '{}',
    keep_original  boolean     NOT NULL,
    state          text        NOT NULL CHECK (state IN ('WAITING', 'PROCESSING', 'PLAYABLE', 'READY', 'FAILED')),
    failure_code   text,
    failure_detail text,
    source_url     text,
    upload_id      text,
    job_id         text,
    latest         integer     NOT NULL,
    created_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    swept_at       timestamptz,
    version        integer     NOT NULL
);
CREATE UNIQUE INDEX asset_external_id ON asset (external_id) WHERE deleted_at IS NULL;
CREATE INDEX asset_deleted ON asset (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE asset_version (
    id             text        NOT NULL PRIMARY KEY,
    asset_id       text        NOT NULL REFERENCES asset ON DELETE CASCADE,
    number         integer     NOT NULL,
    original_key   text,
    original_bytes bigint,
    sha256         text,
    duplicate_of   text,
    media          jsonb,
    created_at     timestamptz NOT NULL,
    UNIQUE (asset_id, number)
);
CREATE INDEX asset_version_sha256 ON asset_version (sha256);

-- Every object that counts as storage, from the fact that says so to the one that ends it.
CREATE TABLE asset_object (
    id            text        NOT NULL PRIMARY KEY,
    asset_id      text        NOT NULL REFERENCES asset ON DELETE CASCADE,
    number        integer     NOT NULL,
    storage_class text        NOT NULL,
    object_key    text        NOT NULL UNIQUE,
    bytes         bigint      NOT NULL,
    removed_at    timestamptz
);
CREATE INDEX asset_object_asset ON asset_object (asset_id);
CREATE INDEX asset_object_removed ON asset_object (removed_at) WHERE removed_at IS NOT NULL;

-- Which jobs are this tenant's.
CREATE TABLE asset_job (
    job_id         text        NOT NULL PRIMARY KEY,
    asset_id       text        NOT NULL REFERENCES asset ON DELETE CASCADE,
    number         integer     NOT NULL,
    kind           text        NOT NULL,
    reservation_id text,
    created_at     timestamptz NOT NULL
);
CREATE INDEX asset_job_asset ON asset_job (asset_id);
