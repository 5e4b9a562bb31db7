-- Each playback that was allowed: what it may see, until when, and how it ended. Who plays now is counted in Redis.
CREATE TABLE playback_session (
    id                text        NOT NULL PRIMARY KEY,
    viewer_id         text        NOT NULL,
    viewer_session_id text        NOT NULL,
    profile_id        text,
    title_id          text        NOT NULL,
    asset_id          text        NOT NULL,
    asset_version     integer     NOT NULL,
    variant           text        NOT NULL,
    tracks            text[]      NOT NULL,
    device_id         text        NOT NULL,
    device_name       text        NOT NULL,
    device_kind       text        NOT NULL,
    player            text        NOT NULL,
    territory         text,
    tier              text,
    maximum_height    integer,
    streams           integer     NOT NULL,
    duration_ms       bigint      NOT NULL,
    started_at        timestamptz NOT NULL,
    seen_at           timestamptz NOT NULL,
    token_until       timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL,
    ended_at          timestamptz,
    ended_because     text
);
CREATE INDEX playback_session_viewer ON playback_session (viewer_id, id);
CREATE INDEX playback_session_title ON playback_session (title_id, id);
CREATE INDEX playback_session_running ON playback_session (seen_at) WHERE ended_at IS NULL;
