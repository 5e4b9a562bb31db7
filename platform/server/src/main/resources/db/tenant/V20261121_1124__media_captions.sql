-- Captions that were given to an asset, one of a kind per language; as WebVTT in the object store.
CREATE TABLE caption (
    id         text        NOT NULL PRIMARY KEY,
    asset_id   text        NOT NULL REFERENCES asset ON DELETE CASCADE,
    language   text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('SUBTITLES', 'CAPTIONS', 'FORCED')),
    label      text,
    object_key text        NOT NULL,
    cues       integer     NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (asset_id, language, kind)
);
