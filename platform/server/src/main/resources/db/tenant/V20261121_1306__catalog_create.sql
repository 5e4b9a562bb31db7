-- What viewers find, one row each; what is written about it and where it may be seen goes with it as a whole.
CREATE TABLE title (
    id           text        NOT NULL PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('MOVIE')),
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
    asset_id     text,
    texts        jsonb       NOT NULL,
    artwork      jsonb       NOT NULL,
    access       jsonb       NOT NULL,
    age_rating   jsonb,
    windows      jsonb       NOT NULL,
    territories  jsonb       NOT NULL,
    external_id  text,
    metadata     jsonb       NOT NULL DEFAULT '{}',
    published_at timestamptz,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    version      integer     NOT NULL
);
CREATE UNIQUE INDEX title_external_id ON title (external_id);
CREATE INDEX title_asset ON title (asset_id);
