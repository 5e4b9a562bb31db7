-- How the service looks beyond its two colours, and what it says of itself. Pictures lie in the object store.
ALTER TABLE branding
    ADD COLUMN appearance text  NOT NULL DEFAULT 'DARK',
    ADD COLUMN typeface   text  NOT NULL DEFAULT 'SANS',
    ADD COLUMN corners    text  NOT NULL DEFAULT 'SOFT',
    ADD COLUMN languages  jsonb NOT NULL DEFAULT '["en", "fr", "de", "ar"]',
    ADD COLUMN texts      jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN logo       jsonb,
    ADD COLUMN icon       jsonb;
