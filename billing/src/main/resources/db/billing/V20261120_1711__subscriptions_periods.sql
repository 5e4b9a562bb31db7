-- Time zone and reset hold from calendar_from on, which is where a period ends.
ALTER TABLE subscription
    ADD COLUMN time_zone     text        NOT NULL DEFAULT 'UTC',
    ADD COLUMN reset         text        NOT NULL DEFAULT 'CALENDAR' CHECK (reset IN ('CALENDAR', 'ANNIVERSARY')),
    ADD COLUMN calendar_from timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN version       integer     NOT NULL DEFAULT 0;

-- What held before.
CREATE TABLE subscription_calendar (
    tenant_id     text        NOT NULL REFERENCES subscription (tenant_id),
    calendar_from timestamptz NOT NULL,
    time_zone     text        NOT NULL,
    reset         text        NOT NULL,
    PRIMARY KEY (tenant_id, calendar_from)
);

CREATE TABLE subscription_plan (
    tenant_id text        NOT NULL REFERENCES subscription (tenant_id),
    from_at   timestamptz NOT NULL,
    plan      text        NOT NULL REFERENCES plan,
    PRIMARY KEY (tenant_id, from_at)
);

INSERT INTO subscription_plan (tenant_id, from_at, plan) SELECT tenant_id, started_at, plan FROM subscription;
