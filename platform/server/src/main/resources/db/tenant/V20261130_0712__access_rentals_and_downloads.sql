-- A grant may be for one title alone, and may last only some hours from when that was first watched.
ALTER TABLE tier_grant
    ADD COLUMN title_id           text,
    ADD COLUMN watch_within_hours integer,
    ADD COLUMN started_at         timestamptz;

-- How many titles may be kept on devices.
ALTER TABLE tier ADD COLUMN downloads integer NOT NULL DEFAULT 0;
UPDATE tier SET downloads = CASE name WHEN 'standard' THEN 5 WHEN 'premium' THEN 15 WHEN 'family' THEN 30 ELSE 0 END;
