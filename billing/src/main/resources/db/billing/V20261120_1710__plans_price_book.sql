-- A version holds from its day until that of a later one. Of versions of one day the highest holds.
CREATE TABLE plan_version (
    id         text        NOT NULL PRIMARY KEY,
    plan       text        NOT NULL REFERENCES plan,
    version    integer     NOT NULL,
    valid_from timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    allowances jsonb       NOT NULL,
    tariffs    jsonb       NOT NULL,
    UNIQUE (plan, version)
);

CREATE INDEX ON plan_version (plan, valid_from DESC, version DESC);

CREATE TABLE plan_publication (
    plan         text        NOT NULL,
    version      integer     NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (plan, version),
    FOREIGN KEY (plan, version) REFERENCES plan_version (plan, version)
);

-- What a meter costs us. The operator alone sees it.
CREATE TABLE cost_rate (
    meter      text        NOT NULL,
    currency   text        NOT NULL,
    valid_from timestamptz NOT NULL,
    price      numeric     NOT NULL CHECK (price >= 0),
    per        numeric     NOT NULL CHECK (per > 0),
    PRIMARY KEY (meter, currency, valid_from)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    RAISE EXCEPTION 'what % holds was charged for and never changes', TG_TABLE_NAME;
END $$;

CREATE TRIGGER plan_version_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON plan_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cost_rate_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON cost_rate
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

INSERT INTO plan_version (id, plan, version, valid_from, allowances, tariffs) VALUES
    ('plv_00000000000000000000000001', 'starter', 1, '2000-01-01T00:00:00Z', '[
    {"meter": "transcode.cpu", "amount": 60000000, "hard": true},
    {"meter": "transcode.gpu", "amount": 60000000, "hard": true},
    {"meter": "storage", "amount": 73000000000000, "hard": false},
    {"meter": "delivery.bytes", "amount": 500000000000, "hard": false},
    {"meter": "live.ingest", "amount": 36000000, "hard": true},
    {"meter": "api.calls", "amount": 1000000, "hard": false},
    {"meter": "drm.licences", "amount": 1000, "hard": false},
    {"meter": "webhooks.sent", "amount": 100000, "hard": false},
    {"meter": "viewers.active", "amount": 1000, "hard": false},
    {"meter": "jobs.concurrent", "amount": 2, "hard": true},
    {"meter": "live.inputs", "amount": 1, "hard": true}]', '[
    {"currency": "EUR", "baseFee": 49.00, "minimum": 0.00, "prices": [
            {"meter": "transcode.cpu", "model": "graduated", "per": 60000, "tiers": [{"price": 0.012}]},
            {"meter": "transcode.gpu", "model": "graduated", "per": 60000, "tiers": [{"price": 0.008}]},
            {"meter": "storage", "model": "graduated", "per": 730000000000, "tiers": [{"price": 0.035}]},
            {"meter": "delivery.bytes", "model": "graduated", "per": 1000000000, "tiers": [{"price": 0.025}]},
            {"meter": "delivery.minutes", "model": "graduated", "per": 60000, "tiers": [{"price": 0}]},
            {"meter": "live.ingest", "model": "graduated", "per": 60000, "tiers": [{"price": 0.020}]},
            {"meter": "api.calls", "model": "package", "per": 1000000, "tiers": [{"price": 2.00}]},
            {"meter": "drm.licences", "model": "package", "per": 1000, "tiers": [{"price": 4.00}]},
            {"meter": "webhooks.sent", "model": "package", "per": 100000, "tiers": [{"price": 1.00}]},
            {"meter": "viewers.active", "model": "graduated", "per": 1, "tiers": [{"price": 0.010}]},
            {"meter": "support.hours", "model": "graduated", "per": 1, "tiers": [{"price": 120.00}]}]},
    {"currency": "USD", "baseFee": 53.00, "minimum": 0.00, "prices": [
            {"meter": "transcode.cpu", "model": "graduated", "per": 60000, "tiers": [{"price": 0.013}]},
            {"meter": "transcode.gpu", "model": "graduated", "per": 60000, "tiers": [{"price": 0.0088}]},
            {"meter": "storage", "model": "graduated", "per": 730000000000, "tiers": [{"price": 0.038}]},
            {"meter": "delivery.bytes", "model": "graduated", "per": 1000000000, "tiers": [{"price": 0.027}]},
            {"meter": "delivery.minutes", "model": "graduated", "per": 60000, "tiers": [{"price": 0}]},
            {"meter": "live.ingest", "model": "graduated", "per": 60000, "tiers": [{"price": 0.022}]},
            {"meter": "api.calls", "model": "package", "per": 1000000, "tiers": [{"price": 2.20}]},
            {"meter": "drm.licences", "model": "package", "per": 1000, "tiers": [{"price": 4.40}]},
            {"meter": "webhooks.sent", "model": "package", "per": 100000, "tiers": [{"price": 1.10}]},
            {"meter": "viewers.active", "model": "graduated", "per": 1, "tiers": [{"price": 0.011}]},
            {"meter": "support.hours", "model": "graduated", "per": 1, "tiers": [{"price": 130.00}]}]}]'),
    ('plv_00000000000000000000000002', 'growth', 1, '2000-01-01T00:00:00Z', '[
    {"meter": "transcode.cpu", "amount": 600000000, "hard": false},
    {"meter": "transcode.gpu", "amount": 600000000, "hard": false},
    {"meter": "storage", "amount": 1460000000000000, "hard": false},
    {"meter": "delivery.bytes", "amount": 10000000000000, "hard": false},
    {"meter": "live.ingest", "amount": 360000000, "hard": false},
    {"meter": "api.calls", "amount": 20000000, "hard": false},
    {"meter": "drm.licences", "amount": 50000, "hard": false},
    {"meter": "webhooks.sent", "amount": 2000000, "hard": false},
    {"meter": "viewers.active", "amount": 25000, "hard": false},
    {"meter": "jobs.concurrent", "amount": 10, "hard": true},
    {"meter": "live.inputs", "amount": 5, "hard": true}]', '[
    {"currency": "EUR", "baseFee": 499.00, "minimum": 0.00, "prices": [
            {"meter": "transcode.cpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 3000000000, "price": 0.010}, {"price": 0.009}]},
            {"meter": "transcode.gpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 3000000000, "price": 0.0065}, {"price": 0.0055}]},
            {"meter": "storage", "model": "graduated", "per": 730000000000, "tiers": [{"upTo": 7300000000000000, "price": 0.030}, {"price": 0.027}]},
            {"meter": "delivery.bytes", "model": "graduated", "per": 1000000000, "tiers": [{"upTo": 50000000000000, "price": 0.018}, {"upTo": 150000000000000, "price": 0.015}, {"price": 0.012}]},
            {"meter": "delivery.minutes", "model": "graduated", "per": 60000, "tiers": [{"price": 0}]},
            {"meter": "live.ingest", "model": "graduated", "per": 60000, "tiers": [{"price": 0.016}]},
            {"meter": "api.calls", "model": "package", "per": 1000000, "tiers": [{"price": 1.50}]},
            {"meter": "drm.licences", "model": "package", "per": 1000, "tiers": [{"price": 3.00}]},
            {"meter": "webhooks.sent", "model": "package", "per": 100000, "tiers": [{"price": 0.60}]},
            {"meter": "viewers.active", "model": "graduated", "per": 1, "tiers": [{"upTo": 100000, "price": 0.006}, {"price": 0.005}]},
            {"meter": "support.hours", "model": "graduated", "per": 1, "tiers": [{"price": 110.00}]}]},
    {"currency": "USD", "baseFee": 539.00, "minimum": 0.00, "prices": [
            {"meter": "transcode.cpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 3000000000, "price": 0.011}, {"price": 0.0099}]},
            {"meter": "transcode.gpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 3000000000, "price": 0.0072}, {"price": 0.0060}]},
            {"meter": "storage", "model": "graduated", "per": 730000000000, "tiers": [{"upTo": 7300000000000000, "price": 0.033}, {"price": 0.029}]},
            {"meter": "delivery.bytes", "model": "graduated", "per": 1000000000, "tiers": [{"upTo": 50000000000000, "price": 0.0195}, {"upTo": 150000000000000, "price": 0.0165}, {"price": 0.013}]},
            {"meter": "delivery.minutes", "model": "graduated", "per": 60000, "tiers": [{"price": 0}]},
            {"meter": "live.ingest", "model": "graduated", "per": 60000, "tiers": [{"price": 0.0175}]},
            {"meter": "api.calls", "model": "package", "per": 1000000, "tiers": [{"price": 1.65}]},
            {"meter": "drm.licences", "model": "package", "per": 1000, "tiers": [{"price": 3.30}]},
            {"meter": "webhooks.sent", "model": "package", "per": 100000, "tiers": [{"price": 0.66}]},
            {"meter": "viewers.active", "model": "graduated", "per": 1, "tiers": [{"upTo": 100000, "price": 0.0066}, {"price": 0.0055}]},
            {"meter": "support.hours", "model": "graduated", "per": 1, "tiers": [{"price": 120.00}]}]}]'),
    ('plv_00000000000000000000000003', 'scale', 1, '2000-01-01T00:00:00Z', '[
    {"meter": "transcode.cpu", "amount": 3600000000, "hard": false},
    {"meter": "transcode.gpu", "amount": 3600000000, "hard": false},
    {"meter": "storage", "amount": 14600000000000000, "hard": false},
    {"meter": "delivery.bytes", "amount": 100000000000000, "hard": false},
    {"meter": "live.ingest", "amount": 1800000000, "hard": false},
    {"meter": "api.calls", "amount": 200000000, "hard": false},
    {"meter": "drm.licences", "amount": 1000000, "hard": false},
    {"meter": "webhooks.sent", "amount": 20000000, "hard": false},
    {"meter": "viewers.active", "amount": 250000, "hard": false},
    {"meter": "jobs.concurrent", "amount": 50, "hard": true},
    {"meter": "live.inputs", "amount": 25, "hard": true}]', '[
    {"currency": "EUR", "baseFee": 2499.00, "minimum": 3500.00, "prices": [
            {"meter": "transcode.cpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 12000000000, "price": 0.008}, {"price": 0.007}]},
            {"meter": "transcode.gpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 12000000000, "price": 0.0045}, {"price": 0.0038}]},
            {"meter": "storage", "model": "graduated", "per": 730000000000, "tiers": [{"upTo": 73000000000000000, "price": 0.025}, {"price": 0.022}]},
            {"meter": "delivery.bytes", "model": "volume", "per": 1000000000, "tiers": [{"upTo": 150000000000000, "price": 0.010}, {"upTo": 500000000000000, "price": 0.008}, {"price": 0.0065}]},
            {"meter": "delivery.minutes", "model": "graduated", "per": 60000, "tiers": [{"price": 0}]},
            {"meter": "live.ingest", "model": "graduated", "per": 60000, "tiers": [{"price": 0.012}]},
            {"meter": "api.calls", "model": "package", "per": 1000000, "tiers": [{"price": 1.00}]},
            {"meter": "drm.licences", "model": "package", "per": 1000, "tiers": [{"price": 2.00}]},
            {"meter": "webhooks.sent", "model": "package", "per": 100000, "tiers": [{"price": 0.30}]},
            {"meter": "viewers.active", "model": "graduated", "per": 1, "tiers": [{"upTo": 1000000, "price": 0.004}, {"price": 0.003}]},
            {"meter": "support.hours", "model": "graduated", "per": 1, "tiers": [{"price": 90.00}]}]},
    {"currency": "USD", "baseFee": 2699.00, "minimum": 3800.00, "prices": [
            {"meter": "transcode.cpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 12000000000, "price": 0.0088}, {"price": 0.0077}]},
            {"meter": "transcode.gpu", "model": "graduated", "per": 60000, "tiers": [{"upTo": 12000000000, "price": 0.0050}, {"price": 0.0042}]},
            {"meter": "storage", "model": "graduated", "per": 730000000000, "tiers": [{"upTo": 73000000000000000, "price": 0.027}, {"price": 0.024}]},
            {"meter": "delivery.bytes", "model": "volume", "per": 1000000000, "tiers": [{"upTo": 150000000000000, "price": 0.011}, {"upTo": 500000000000000, "price": 0.0088}, {"price": 0.0072}]},
            {"meter": "delivery.minutes", "model": "graduated", "per": 60000, "tiers": [{"price": 0}]},
            {"meter": "live.ingest", "model": "graduated", "per": 60000, "tiers": [{"price": 0.013}]},
            {"meter": "api.calls", "model": "package", "per": 1000000, "tiers": [{"price": 1.10}]},
            {"meter": "drm.licences", "model": "package", "per": 1000, "tiers": [{"price": 2.20}]},
            {"meter": "webhooks.sent", "model": "package", "per": 100000, "tiers": [{"price": 0.33}]},
            {"meter": "viewers.active", "model": "graduated", "per": 1, "tiers": [{"upTo": 1000000, "price": 0.0044}, {"price": 0.0033}]},
            {"meter": "support.hours", "model": "graduated", "per": 1, "tiers": [{"price": 98.00}]}]}]');

INSERT INTO cost_rate (meter, currency, valid_from, price, per) VALUES
    ('transcode.device', 'EUR', '2000-01-01T00:00:00Z', 0.30, 3600000),
    ('transcode.cpu', 'EUR', '2000-01-01T00:00:00Z', 0, 60000),
    ('transcode.gpu', 'EUR', '2000-01-01T00:00:00Z', 0, 60000),
    ('storage', 'EUR', '2000-01-01T00:00:00Z', 0.018, 730000000000),
    ('delivery.bytes', 'EUR', '2000-01-01T00:00:00Z', 0.004, 1000000000),
    ('delivery.minutes', 'EUR', '2000-01-01T00:00:00Z', 0, 60000),
    ('live.ingest', 'EUR', '2000-01-01T00:00:00Z', 0.004, 60000),
    ('api.calls', 'EUR', '2000-01-01T00:00:00Z', 0.10, 1000000),
    ('drm.licences', 'EUR', '2000-01-01T00:00:00Z', 0.90, 1000),
    ('webhooks.sent', 'EUR', '2000-01-01T00:00:00Z', 0.02, 100000),
    ('viewers.active', 'EUR', '2000-01-01T00:00:00Z', 0, 1),
    ('support.hours', 'EUR', '2000-01-01T00:00:00Z', 45.00, 1),
    ('transcode.device', 'USD', '2000-01-01T00:00:00Z', 0.33, 3600000),
    ('transcode.cpu', 'USD', '2000-01-01T00:00:00Z', 0, 60000),
    ('transcode.gpu', 'USD', '2000-01-01T00:00:00Z', 0, 60000),
    ('storage', 'USD', '2000-01-01T00:00:00Z', 0.0195, 730000000000),
    ('delivery.bytes', 'USD', '2000-01-01T00:00:00Z', 0.0044, 1000000000),
    ('delivery.minutes', 'USD', '2000-01-01T00:00:00Z', 0, 60000),
    ('live.ingest', 'USD', '2000-01-01T00:00:00Z', 0.0044, 60000),
    ('api.calls', 'USD', '2000-01-01T00:00:00Z', 0.11, 1000000),
    ('drm.licences', 'USD', '2000-01-01T00:00:00Z', 0.98, 1000),
    ('webhooks.sent', 'USD', '2000-01-01T00:00:00Z', 0.022, 100000),
    ('viewers.active', 'USD', '2000-01-01T00:00:00Z', 0, 1),
    ('support.hours', 'USD', '2000-01-01T00:00:00Z', 49.00, 1);

-- Nobody was ever charged by the first version; a later one lies ahead.
CREATE FUNCTION demand_future() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.valid_from <= clock_timestamp() AND EXISTS (SELECT FROM plan_version WHERE plan = NEW.plan) THEN
        RAISE EXCEPTION 'version % of % would change the past', NEW.version, NEW.plan;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER plan_version_lies_ahead BEFORE INSERT ON plan_version
    FOR EACH ROW EXECUTE FUNCTION demand_future();
