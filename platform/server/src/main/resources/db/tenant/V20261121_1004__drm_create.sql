-- Keys of encrypted media, closed under the platform's secret and this environment's name.
CREATE TABLE content_key (
    id         text        NOT NULL PRIMARY KEY,
    sealed     text        NOT NULL,
    created_at timestamptz NOT NULL
);
