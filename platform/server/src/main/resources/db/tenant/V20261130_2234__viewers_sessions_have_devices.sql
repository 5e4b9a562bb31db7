ALTER TABLE viewer_session ADD COLUMN device text;
