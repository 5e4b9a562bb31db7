-- A tenant's role marks events as taken for itself alone, and asks only about keys of its own.

ALTER TABLE inbox ADD COLUMN space text NOT NULL DEFAULT '';
ALTER TABLE inbox DROP CONSTRAINT inbox_pkey;
ALTER TABLE inbox ADD PRIMARY KEY (consumer, space, event_id);

CREATE OR REPLACE FUNCTION claim(claimed text) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    actual text := plumbing.caller();
BEGIN
    IF actual <> '' AND actual IS DISTINCT FROM claimed THEN
        RAISE EXCEPTION '% cannot act as %', actual, claimed USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN claimed;
END $$;

CREATE OR REPLACE FUNCTION take(p_consumer text, p_event_id text, p_key text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    acting text := caller();
BEGIN
    IF acting <> '' AND starts_with(p_key, acting || ':') IS NOT TRUE THEN
        RAISE EXCEPTION '% cannot take events of %', acting, p_key USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM dead_letter d WHERE d.consumer = p_consumer AND d.key = p_key) THEN
        RETURN 'parked';
    END IF;
    INSERT INTO inbox (consumer, space, event_id) VALUES (p_consumer, acting, p_event_id) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'new' ELSE 'seen' END;
END $$;

CREATE OR REPLACE FUNCTION take_again(p_consumer text, p_event_id text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
BEGIN
    INSERT INTO inbox (consumer, space, event_id) VALUES (p_consumer, caller(), p_event_id) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'new' ELSE 'seen' END;
END $$;
