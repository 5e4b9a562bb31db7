-- A rate is of all usage of a meter, or of that with one dimension, such as an accelerator.
ALTER TABLE cost_rate ADD COLUMN dimensions jsonb NOT NULL DEFAULT '{}';
ALTER TABLE cost_rate DROP CONSTRAINT cost_rate_pkey, ADD PRIMARY KEY (meter, currency, dimensions, valid_from);

CREATE OR REPLACE FUNCTION demand_future_cost() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.valid_from <= clock_timestamp()
        AND EXISTS (SELECT FROM cost_rate
                    WHERE meter = NEW.meter AND currency = NEW.currency AND dimensions = NEW.dimensions) THEN
        RAISE EXCEPTION 'a cost of % in % would change the past', NEW.meter, NEW.currency;
    END IF;
    RETURN NEW;
END $$;
