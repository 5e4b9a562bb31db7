-- Who watches. An account of ours has an e-mail address and a password; one that the tenant logs in has its externalId.
CREATE TABLE viewer (
    id            text        NOT NULL PRIMARY KEY,
    external_id   text,
    email         text,
    password_hash text,
    name          text,
    locale        text,
    created_at    timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX viewer_email ON viewer (email);
CREATE UNIQUE INDEX viewer_external_id ON viewer (external_id);

CREATE TABLE viewer_profile (
    id          text        NOT NULL PRIMARY KEY,
    viewer_id   text        NOT NULL REFERENCES viewer ON DELETE CASCADE,
    name        text        NOT NULL,
    kids        boolean     NOT NULL,
    maximum_age integer,
    language    text,
    created_at  timestamptz NOT NULL,
    version     integer     NOT NULL
);
CREATE INDEX viewer_profile_viewer ON viewer_profile (viewer_id, id);

-- A log-in with the family of refresh tokens that came of it; generation counts them.
CREATE TABLE viewer_session (
    id           text        NOT NULL PRIMARY KEY,
    viewer_id    text        NOT NULL REFERENCES viewer ON DELETE CASCADE,
    origin       text        NOT NULL,
    tier         text,
    territory    text,
    max_streams  integer,
    generation   integer     NOT NULL,
    created_at   timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_by     text
);
CREATE INDEX viewer_session_viewer ON viewer_session (viewer_id, id);
CREATE INDEX viewer_session_ends ON viewer_session (ends_at);

-- What access tokens are signed with: the one that does not end signs, others are believed until they do.
CREATE TABLE viewer_key (
    id         text        NOT NULL PRIMARY KEY,
    public_jwk text        NOT NULL,
    sealed     text        NOT NULL,
    created_at timestamptz NOT NULL,
    ends_at    timestamptz
);
CREATE UNIQUE INDEX viewer_key_signing ON viewer_key ((true)) WHERE ends_at IS NULL;

-- Wrong passwords by account, also of accounts that do not exist: the id is a digest of the address.
CREATE TABLE viewer_attempt (
    id           text        NOT NULL PRIMARY KEY,
    failures     integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    closed_until timestamptz
);
