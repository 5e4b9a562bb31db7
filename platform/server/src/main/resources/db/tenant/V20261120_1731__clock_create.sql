CREATE TABLE test_clock (
    id       smallint NOT NULL PRIMARY KEY CHECK (id = 1),
    ahead_ms bigint   NOT NULL
);
