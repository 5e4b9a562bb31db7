-- Which database a tenant's schemas are in; one without a row is in the first, as all were before there were several.
CREATE TABLE placement (
    tenant_id text NOT NULL PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
    database  text NOT NULL
);
CREATE INDEX placement_database ON placement (database);
