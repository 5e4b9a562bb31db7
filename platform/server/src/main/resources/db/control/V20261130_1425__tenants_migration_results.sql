ALTER TABLE tenant_space
    ADD COLUMN migrated_at timestamptz,
    ADD COLUMN migration_ms bigint,
    ADD COLUMN migration_error text;
