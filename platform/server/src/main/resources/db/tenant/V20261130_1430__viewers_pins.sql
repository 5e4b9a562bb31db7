-- A profile may be behind a PIN. A log-in has one profile open: of those behind a PIN it may use that one.
ALTER TABLE viewer_profile ADD COLUMN pin_hash text;
ALTER TABLE viewer_session ADD COLUMN open_profile text;
