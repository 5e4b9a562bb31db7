-- As with versions: where there is a rate, another one lies ahead.
CREATE FUNCTION demand_future_cost() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.valid_from <= clock_timestamp()
        AND EXISTS (SELECT FROM cost_rate WHERE meter = NEW.meter AND currency = NEW.currency) THEN
        RAISE EXCEPTION 'a cost of % in % would change the past', NEW.meter, NEW.currency;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER cost_rate_lies_ahead BEFORE INSERT ON cost_rate
    FOR EACH ROW EXECUTE FUNCTION demand_future_cost();
