-- What waits for a database to come back, and not for somebody to mend something.
ALTER TABLE dead_letter ADD COLUMN aside boolean NOT NULL DEFAULT false;
