-- Moving a tenant into another database: who calls shares a lock that the move waits for, and is refused where the
-- tenant is no more, whatever the server believes that sent it.

CREATE TABLE fence (
    role text NOT NULL PRIMARY KEY
);

CREATE OR REPLACE FUNCTION caller() RETURNS text
    LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    acting text := current_setting('role');
BEGIN
    IF acting ~ '^t_[0-9a-z]{26}(_test)?$' THEN
        PERFORM pg_advisory_xact_lock_shared(7165002, hashtext(acting));
        IF EXISTS (SELECT FROM plumbing.fence WHERE role = acting) THEN
            RAISE EXCEPTION '% is in another database', acting USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN 'ten_' || substr(acting, 3, 26) || CASE WHEN length(acting) > 28 THEN ':test' ELSE ':live' END;
    END IF;
    IF acting IN ('none', session_user) AND session_user = current_user THEN
        RETURN '';
    END IF;
    RAISE EXCEPTION 'no tenant acts here' USING ERRCODE = 'insufficient_privilege';
END $$;

-- They call it.
ALTER FUNCTION claim(text) VOLATILE;
ALTER FUNCTION look_idempotent(text, text, text, text) VOLATILE;
