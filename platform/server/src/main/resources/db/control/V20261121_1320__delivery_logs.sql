-- How far each access log of a server or an edge was counted.
CREATE TABLE control.delivery_log (
    object     text PRIMARY KEY,
    counted    bigint NOT NULL,
    counted_at timestamptz NOT NULL
);
