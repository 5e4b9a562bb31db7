-- How much a millisecond of output counts for one property of it, from a moment on: as billing said. Never changed.
CREATE TABLE transcode_weight (
    valid_from timestamptz NOT NULL,
    dimension  text        NOT NULL,
    value      text        NOT NULL,
    weight     numeric     NOT NULL,
    PRIMARY KEY (dimension, value, valid_from)
);
