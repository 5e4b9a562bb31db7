-- What viewers pay for; its name is its id. A tier that is gone gives nothing to those who have it still.
CREATE TABLE tier (
    name           text        NOT NULL PRIMARY KEY,
    rank           integer     NOT NULL,
    maximum_height integer,
    streams        integer     NOT NULL,
    texts          jsonb       NOT NULL,
    metadata       jsonb       NOT NULL DEFAULT '{}',
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    version        integer     NOT NULL
);
INSERT INTO tier (name, rank, maximum_height, streams, texts, created_at, changed_at, version) VALUES
    ('basic', 1, 576, 1, '{"en": {"name": "Basic"}}', now(), now(), 0),
    ('standard', 2, 1080, 2, '{"en": {"name": "Standard"}}', now(), now(), 0),
    ('premium', 3, 2160, 4, '{"en": {"name": "Premium"}}', now(), now(), 0),
    ('family', 4, 2160, 6, '{"en": {"name": "Family"}}', now(), now(), 0);

-- Each gives its viewer a tier for as long as it lasts, whatever becomes of the others. Where it comes from it has one
-- name, also once it has ended, so that a message which comes late gives nothing again.
CREATE TABLE tier_grant (
    id          text        NOT NULL PRIMARY KEY,
    viewer_id   text        NOT NULL,
    tier        text        NOT NULL,
    until       timestamptz,
    source_kind text        NOT NULL,
    source_id   text,
    metadata    jsonb       NOT NULL DEFAULT '{}',
    given_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    version     integer     NOT NULL,
    UNIQUE (viewer_id, source_kind, source_id)
);
CREATE INDEX tier_grant_tier ON tier_grant (tier) WHERE ended_at IS NULL;
