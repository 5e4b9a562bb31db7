-- Keys that an environment's secrets are closed under, each wrapped by a key management service.
CREATE TABLE tenant_key (
    number     integer     NOT NULL PRIMARY KEY,
    kms        text        NOT NULL,
    wrapped    text        NOT NULL,
    created_at timestamptz NOT NULL
);

-- Several keys may belong to one version of an asset; those from before are alone, closed under the platform's secret.
ALTER TABLE content_key
    ADD COLUMN set_id     text,
    ADD COLUMN tier       text,
    ADD COLUMN tenant_key integer REFERENCES tenant_key;
CREATE INDEX content_key_set ON content_key (set_id);

-- One row: what the tenant wants of licences, and how its providers are reached.
CREATE TABLE drm_settings (
    id                   integer     NOT NULL PRIMARY KEY CHECK (id = 1),
    version              integer     NOT NULL,
    settings             jsonb       NOT NULL,
    providers            jsonb       NOT NULL,
    fairplay_certificate text,
    tenant_key           integer REFERENCES tenant_key,
    secrets              text,
    changed_at           timestamptz NOT NULL
);
