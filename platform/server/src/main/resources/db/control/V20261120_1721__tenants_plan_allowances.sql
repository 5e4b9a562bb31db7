-- What billing said of a plan, so that a sign-up does not have to ask.
ALTER TABLE plan ADD COLUMN allowances jsonb NOT NULL DEFAULT '[]';
