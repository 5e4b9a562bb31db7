-- Tenants that are erased. What is still on its way of them is taken by nobody.
CREATE TABLE gone (
    tenant text        NOT NULL PRIMARY KEY,
    at     timestamptz NOT NULL DEFAULT now()
);

-- As before, and 'seen' where the tenant is gone.
CREATE OR REPLACE FUNCTION take(p_consumer text, p_event_id text, p_key text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = plumbing, pg_temp AS $$
DECLARE
    acting text := caller();
BEGIN
    IF acting <> '' AND starts_with(p_key, acting || ':') IS NOT TRUE THEN
        RAISE EXCEPTION '% cannot take events of %', acting, p_key USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM gone g WHERE g.tenant = split_part(p_key, ':', 1)) THEN
        RETURN 'seen';
    END IF;
    IF EXISTS (SELECT FROM dead_letter d WHERE d.consumer = p_consumer AND d.key = p_key) THEN
        RETURN 'parked';
    END IF;
    INSERT INTO inbox (consumer, space, event_id) VALUES (p_consumer, acting, p_event_id) ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'new' ELSE 'seen' END;
END $$;
