-- An environment, as `ten_…:live`. It is told of its quotas once the server says that it is there; `news` says that
-- something was booked or decided since it was counted, `due_at` when its period ends.
CREATE TABLE quota_space (
    space    text    NOT NULL PRIMARY KEY,
    opened   boolean NOT NULL DEFAULT false,
    news     boolean NOT NULL,
    due_at   timestamptz,
    revision bigint  NOT NULL DEFAULT 0
);
CREATE INDEX quota_space_news ON quota_space (space) WHERE news;
CREATE INDEX quota_space_due ON quota_space (due_at);

-- Natural ids of booked usage that the server may have settled a reservation for, until it is told of them.
CREATE TABLE quota_fact (
    space text NOT NULL,
    meter text NOT NULL,
    fact  text NOT NULL,
    PRIMARY KEY (space, meter, fact)
);

-- What the server was told last, so that it is told of changes only.
CREATE TABLE quota_told (
    space     text NOT NULL,
    meter     text NOT NULL,
    allowance text NOT NULL,
    count     text NOT NULL,
    PRIMARY KEY (space, meter)
);

-- What differs from the plan: an amount that the operator set, a hard cap that the tenant asked for.
CREATE TABLE quota_setting (
    space    text    NOT NULL,
    meter    text    NOT NULL,
    included numeric,
    hard     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (space, meter)
);

CREATE TABLE quota_grant (
    id         text        NOT NULL PRIMARY KEY,
    space      text        NOT NULL,
    meter      text        NOT NULL,
    amount     numeric     NOT NULL CHECK (amount > 0),
    reason     text        NOT NULL,
    at         timestamptz NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX quota_grant_space ON quota_grant (space, at);

CREATE TABLE quota_warning (
    space       text        NOT NULL,
    meter       text        NOT NULL,
    period_from timestamptz NOT NULL,
    percent     integer     NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (space, meter, period_from, percent)
);

CREATE TABLE quota_budget (
    space  text    NOT NULL PRIMARY KEY,
    amount numeric
);
