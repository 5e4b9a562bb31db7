CREATE TABLE plan (
    code         text        NOT NULL PRIMARY KEY,
    name         text        NOT NULL,
    description  text        NOT NULL,
    position     integer     NOT NULL,
    published_at timestamptz
);

INSERT INTO plan (code, name, description, position) VALUES
    ('starter', 'Starter', 'One service, one brand: enough to launch and to try everything.', 1),
    ('growth', 'Growth', 'More viewers, more hours of video, several languages and live channels.', 2),
    ('scale', 'Scale', 'Large catalogues and audiences, with prices that fall as volume grows.', 3);

CREATE TABLE subscription (
    id         text        NOT NULL PRIMARY KEY,
    tenant_id  text        NOT NULL UNIQUE,
    plan       text        NOT NULL REFERENCES plan,
    currency   text        NOT NULL,
    country    text        NOT NULL,
    started_at timestamptz NOT NULL
);
