-- Rows that share the transaction of the effect. Tenant roles hold no rights on these tables: they call the functions
-- below, which take the tenant from the role that calls, never from an argument.

CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    text        NOT NULL,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    type        text        NOT NULL,
    tenant      text,
    environment text,
    payload     text        NOT NULL CHECK (octet_length(payload) <= 900000),
    trace       text,
    at          timestamptz NOT NULL
);

-- Each tenant environment marks what it took for itself; another's mark means nothing to it.
CREATE TABLE inbox (
    consumer text        NOT NULL,
    event_id text        NOT NULL,
    space    text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id, space)
);
CREATE INDEX inbox_at ON inbox (at);

CREATE TABLE dead_letter (
    id          text        NOT NULL PRIMARY KEY,
    consumer    text        NOT NULL,
    event_id    text        NOT NULL,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    type        text        NOT NULL,
    tenant      text,
    environment text,
    payload     text        NOT NULL,
    trace       text,
    event_at    timestamptz NOT NULL,
    reason      text        NOT NULL,
    attempts    integer     NOT NULL,
    at          timestamptz NOT NULL,
    position    bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    UNIQUE (consumer, event_id)
);
CREATE INDEX dead_letter_key ON dead_letter (consumer, key, position);

CREATE TABLE idempotency (
    tenant      text        NOT NULL,
    environment text        NOT NULL,
    principal   text        NOT NULL,
    route       text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer,
    answer      text,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant, environment, principal, route, key)
);
CREATE INDEX idempotency_at ON idempotency (at);

CREATE TABLE schedule (
    name         text        NOT NULL PRIMARY KEY,
    cron         text        NOT NULL,
    next_due_at  timestamptz NOT NULL,
    leader       text,
    leader_until timestamptz,
    attempt      bigint      NOT NULL DEFAULT 0,
    last_due_at  timestamptz,
    last_run_at  timestamptz,
    last_took_ms bigint,
    last_result  text,
    failures     integer     NOT NULL DEFAULT 0
);

-- The tenant environment of the role that calls, as `ten_…:live`; '' for the owner itself; an error for anybody else.
CREATE FUNCTION caller() RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    acting text := current_setting('role');
BEGIN
    IF acting ~ '^t_[0-9a-z]{26}(_test)?$' THEN
        RETURN 'ten_' || substr(acting, 3, 26) || CASE WHEN length(acting) > 28 THEN ':test' ELSE ':live' END;
    END IF;
    IF acting IN ('none', session_user) AND session_user = current_user THEN
        RETURN '';
    END IF;
    RAISE EXCEPTION 'no tenant acts here' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION claim(claimed text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    actual text := plumbing.caller();
BEGIN
    IF actual <> '' AND actual <> claimed THEN
        RAISE EXCEPTION '% cannot act as %', actual, claimed USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN claimed;
END $$;

CREATE FUNCTION emit(
    p_event_id text, p_topic text, p_aggregate text, p_type text, p_space text, p_payload text, p_trace text,
    p_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    space text := claim(p_space);
BEGIN
    INSERT INTO outbox (event_id, topic, key, type, tenant, environment, payload, trace, at)
    VALUES (p_event_id, p_topic, space || ':' || p_aggregate, p_type,
            nullif(split_part(space, ':', 1), ''), nullif(split_part(space, ':', 2), ''), p_payload, p_trace, p_at);
END $$;

-- 'new' marks the event as taken in this transaction; 'parked' says an earlier one of the same key is a dead letter.
CREATE FUNCTION take(p_consumer text, p_event_id text, p_key text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    space text := caller();
BEGIN
    IF EXISTS (SELECT FROM dead_letter d WHERE d.consumer = p_consumer AND d.key = p_key) THEN
        RETURN 'parked';
    END IF;
    INSERT INTO inbox (consumer, event_id, space) VALUES (p_consumer, p_event_id, space) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'new' ELSE 'seen' END;
END $$;

-- A dead letter is taken again: those behind it do not matter.
CREATE FUNCTION take_again(p_consumer text, p_event_id text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    space text := caller();
BEGIN
    INSERT INTO inbox (consumer, event_id, space) VALUES (p_consumer, p_event_id, space) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'new' ELSE 'seen' END;
END $$;

-- Opens the row or waits for the twin that holds it; answers what an earlier call with this key left behind.
CREATE FUNCTION begin_idempotent(p_space text, p_principal text, p_route text, p_key text, p_fingerprint text)
    RETURNS TABLE (fingerprint text, status integer, answer text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    space text := claim(p_space);
BEGIN
    INSERT INTO idempotency AS i (tenant, environment, principal, route, key, fingerprint)
    VALUES (split_part(space, ':', 1), split_part(space, ':', 2), p_principal, p_route, p_key, p_fingerprint)
    ON CONFLICT DO NOTHING;
    RETURN QUERY SELECT i.fingerprint, i.status, i.answer FROM idempotency i
                 WHERE i.tenant = split_part(space, ':', 1) AND i.environment = split_part(space, ':', 2)
                   AND i.principal = p_principal AND i.route = p_route AND i.key = p_key;
END $$;

CREATE FUNCTION look_idempotent(p_space text, p_principal text, p_route text, p_key text)
    RETURNS TABLE (fingerprint text, status integer, answer text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    space text := claim(p_space);
BEGIN
    RETURN QUERY SELECT i.fingerprint, i.status, i.answer FROM idempotency i
                 WHERE i.tenant = split_part(space, ':', 1) AND i.environment = split_part(space, ':', 2)
                   AND i.principal = p_principal AND i.route = p_route AND i.key = p_key;
END $$;

CREATE FUNCTION finish_idempotent(
    p_space text, p_principal text, p_route text, p_key text, p_status integer, p_answer text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    space text := claim(p_space);
BEGIN
    UPDATE idempotency i SET status = p_status, answer = p_answer
    WHERE i.tenant = split_part(space, ':', 1) AND i.environment = split_part(space, ':', 2)
      AND i.principal = p_principal AND i.route = p_route AND i.key = p_key;
END $$;

REVOKE ALL ON FUNCTION caller(), claim(text) FROM PUBLIC;
GRANT USAGE ON SCHEMA plumbing TO PUBLIC;
