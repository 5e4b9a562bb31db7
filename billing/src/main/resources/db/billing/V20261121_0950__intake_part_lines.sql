-- How many lines of the part hold something: what is pending can be counted without reading it.
ALTER TABLE usage_backfill_part ADD COLUMN lines bigint NOT NULL DEFAULT 0;
