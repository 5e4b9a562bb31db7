-- Each version of each own ladder; encodes name the one they began with, so none is ever changed or removed.
CREATE TABLE ladder (
    id          text        NOT NULL,
    version     integer     NOT NULL,
    current     boolean     NOT NULL,
    name        text        NOT NULL,
    video       jsonb       NOT NULL,
    audio       jsonb       NOT NULL,
    external_id text,
    metadata    jsonb       NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX ladder_current ON ladder (id) WHERE current;
CREATE UNIQUE INDEX ladder_name ON ladder (name) WHERE current;
CREATE UNIQUE INDEX ladder_external_id ON ladder (external_id) WHERE current;
