CREATE TABLE branding (
    id               smallint NOT NULL PRIMARY KEY CHECK (id = 1),
    name             text     NOT NULL,
    primary_color    text     NOT NULL,
    background_color text     NOT NULL,
    version          integer  NOT NULL
);
