CREATE TABLE plan (
    code text NOT NULL PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE tenant (
    id                text        NOT NULL PRIMARY KEY,
    slug              text        NOT NULL UNIQUE,
    name              text        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('CREATING', 'CLEARING', 'ACTIVE')),
    plan              text        NOT NULL,
    owner_email       text        NOT NULL,
    owner_name        text        NOT NULL,
    country           text        NOT NULL,
    currency          text        NOT NULL,
    external_id       text        UNIQUE,
    metadata          jsonb       NOT NULL DEFAULT '{}',
    suspension_level  text,
    suspension_reason text,
    suspension_at     timestamptz,
    created_at        timestamptz NOT NULL,
    creating_until    timestamptz NOT NULL,
    version           integer     NOT NULL
);

-- Which environments have their schema. The live one is made with the tenant, test on first use.
CREATE TABLE tenant_space (
    tenant_id      text        NOT NULL REFERENCES tenant ON DELETE CASCADE,
    environment    text        NOT NULL,
    schema_version text        NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, environment)
);
