-- `kept`: on a device, where it takes no place; its licences go on by `key_id` when the version serves no more.
-- `holds_until` is by business time: behind it nothing of a rental goes on.
ALTER TABLE playback_session
    ADD COLUMN kept              boolean NOT NULL DEFAULT false,
    ADD COLUMN key_id            text,
    ADD COLUMN grant_id          text,
    ADD COLUMN holds_until       timestamptz,
    ADD COLUMN play_within_hours integer;
CREATE INDEX playback_session_kept ON playback_session (viewer_id) WHERE kept AND ended_at IS NULL;
