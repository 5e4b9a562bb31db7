-- One row per tenant environment that was ever metered. Booking locks it, so that one environment's entries come one
-- after the other.
CREATE TABLE ledger_space (
    id          integer NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant      text    NOT NULL,
    environment text    NOT NULL CHECK (environment IN ('live', 'test')),
    UNIQUE (tenant, environment)
);

-- What was booked, in the order of `position` within a day of booking (UTC). `hash` is SHA-256 over the hash before it
-- and the entry's own text. Nothing is ever changed or deleted here.
CREATE TABLE ledger (
    space      integer     NOT NULL,
    booked_on  date        NOT NULL,
    position   integer     NOT NULL,
    source     text        NOT NULL,
    id         text        NOT NULL,
    meter      text        NOT NULL,
    quantity   numeric     NOT NULL,
    at         timestamptz NOT NULL,
    dimensions text        NOT NULL,
    reason     text,
    hash       bytea       NOT NULL
) PARTITION BY RANGE (booked_on);
CREATE INDEX ledger_at ON ledger (space, at);
CREATE INDEX ledger_booked_on ON ledger USING brin (booked_on);

-- What makes an entry unique for ever: SHA-256 over tenant, environment, source and id, cut to 128 bits; beside it the
-- digest of the rest, cut likewise, by which a repetition is told from a contradiction, and the time by which the entry is found.
CREATE TABLE ledger_key (
    key     uuid        NOT NULL PRIMARY KEY,
    payload uuid        NOT NULL,
    at      timestamptz NOT NULL
);

-- Where the chain of a day stands, and what became of everything that arrived on it.
CREATE TABLE ledger_day (
    space      integer NOT NULL REFERENCES ledger_space,
    day        date    NOT NULL,
    previous   bytea   NOT NULL,
    head       bytea   NOT NULL,
    taken      bigint  NOT NULL,
    booked     bigint  NOT NULL,
    duplicates bigint  NOT NULL,
    rejected   bigint  NOT NULL,
    PRIMARY KEY (space, day)
);

-- Sums by the hour of the tenant's zone. `moment` is the sum of quantity x milliseconds since 1970: with it a level is
-- integrated over any time without looking at the entries.
CREATE TABLE usage_hour (
    space      integer     NOT NULL REFERENCES ledger_space,
    hour       timestamptz NOT NULL,
    meter      text        NOT NULL,
    dimensions text        NOT NULL,
    quantity   numeric     NOT NULL,
    moment     numeric     NOT NULL,
    entries    bigint      NOT NULL,
    PRIMARY KEY (space, hour, meter, dimensions)
);

-- Where levels stand: the sum of all their changes.
CREATE TABLE usage_level (
    space      integer NOT NULL REFERENCES ledger_space,
    meter      text    NOT NULL,
    dimensions text    NOT NULL,
    quantity   numeric NOT NULL,
    PRIMARY KEY (space, meter, dimensions)
);

-- What arrived as an event and was refused, with the reason.
CREATE TABLE rejected_usage (
    number      bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    space       integer     NOT NULL REFERENCES ledger_space,
    rejected_on date        NOT NULL,
    rejected_at timestamptz NOT NULL,
    source      text        NOT NULL,
    id          text        NOT NULL,
    meter       text        NOT NULL,
    quantity    numeric     NOT NULL,
    at          timestamptz NOT NULL,
    dimensions  text        NOT NULL,
    code        text        NOT NULL
);
CREATE INDEX rejected_usage_day ON rejected_usage (space, rejected_on);

-- The ledger's partitions, one for each month of booking: this month's and the next two, and more by a daily job.
CREATE PROCEDURE make_ledger_month(day date)
    LANGUAGE plpgsql AS $$
DECLARE
    first date := date_trunc('month', day);
    name  text := 'ledger_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass('billing.' || name) IS NULL THEN
        EXECUTE format('CREATE TABLE billing.%I (LIKE billing.ledger INCLUDING DEFAULTS)', name);
        EXECUTE format('ALTER TABLE billing.ledger ATTACH PARTITION billing.%I FOR VALUES FROM (%L) TO (%L)',
                       name, first, (first + interval '1 month')::date);
    END IF;
END $$;

CALL make_ledger_month(current_date);
CALL make_ledger_month((current_date + interval '1 month')::date);
CALL make_ledger_month((current_date + interval '2 months')::date);
