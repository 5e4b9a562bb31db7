-- Events of usage that were not taken: each is a dead letter until it is taken after all. Kept apart from the letters, so
-- that one that was removed without having been taken is missed.
CREATE TABLE usage_waiting (
    event text        NOT NULL PRIMARY KEY,
    since timestamptz NOT NULL
);

INSERT INTO usage_waiting (event, since)
SELECT event_id, at FROM plumbing.dead_letter WHERE consumer = 'billing.metering' ON CONFLICT DO NOTHING;
