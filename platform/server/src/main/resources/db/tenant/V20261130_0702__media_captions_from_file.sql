-- Captions that came inside the asset's file go with it; those that were given stay.
ALTER TABLE caption ADD COLUMN from_file boolean NOT NULL DEFAULT false;
