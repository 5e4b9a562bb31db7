ALTER TABLE tenant ADD COLUMN allowed_origins text[] NOT NULL DEFAULT '{}';
