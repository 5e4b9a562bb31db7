-- How far each profile got in what it watched; gone with the profile.
CREATE TABLE playback_position (
    profile_id  text        NOT NULL REFERENCES viewer_profile ON DELETE CASCADE,
    title_id    text        NOT NULL,
    position_ms bigint      NOT NULL,
    duration_ms bigint      NOT NULL,
    watched_at  timestamptz NOT NULL,
    PRIMARY KEY (profile_id, title_id)
);
CREATE INDEX playback_position_latest ON playback_position (profile_id, watched_at DESC);
