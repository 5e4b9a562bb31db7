-- When a tenant ends: who asked, why, since when, and at what instant nothing can be taken back. NULL: it goes on.
ALTER TABLE tenant ADD COLUMN closure jsonb;
CREATE INDEX tenant_closure ON tenant (id) WHERE closure IS NOT NULL;
ALTER TABLE tenant DROP CONSTRAINT tenant_state_check;
ALTER TABLE tenant ADD CONSTRAINT tenant_state_check CHECK (state IN ('CREATING', 'CLEARING', 'ACTIVE', 'ERASING'));

-- A slug of a tenant that was erased is nobody's for a while, so that no stranger inherits its links.
CREATE TABLE slug_hold (
    slug  text        NOT NULL PRIMARY KEY,
    until timestamptz NOT NULL
);

ALTER TABLE job_share ADD COLUMN closing boolean NOT NULL DEFAULT false;
