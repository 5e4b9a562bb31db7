-- The quantity that the quote promised, in billable milliseconds.
ALTER TABLE encode_wish ADD COLUMN quoted numeric CHECK (quoted >= 0);
