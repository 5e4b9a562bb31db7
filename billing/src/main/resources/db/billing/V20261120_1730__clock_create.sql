CREATE TABLE test_clock (
    tenant_id text   NOT NULL PRIMARY KEY,
    ahead_ms  bigint NOT NULL CHECK (ahead_ms >= 0),
    target_ms bigint NOT NULL CHECK (target_ms >= ahead_ms)
);
