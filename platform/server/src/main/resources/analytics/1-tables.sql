CREATE TABLE IF NOT EXISTS event (
    space LowCardinality(String),
    session String CODEC(ZSTD),
    seq UInt32,
    id UUID,
    type LowCardinality(String),
    at DateTime64(3, 'UTC'),
    received DateTime64(3, 'UTC'),
    batch String CODEC(ZSTD),
    title LowCardinality(String),
    asset LowCardinality(String),
    duration_ms UInt64,
    device LowCardinality(String),
    os LowCardinality(String),
    browser LowCardinality(String),
    player LowCardinality(String),
    country LowCardinality(String),
    edge LowCardinality(String),
    viewer String CODEC(ZSTD),
    position_ms UInt64,
    startup_ms Nullable(UInt64),
    stalled_ms UInt64,
    watched_ms UInt64,
    buffer_ms Nullable(UInt64),
    kbps UInt64,
    height UInt32,
    dropped_frames UInt64,
    code LowCardinality(String),
    fatal Bool,
    reason LowCardinality(String),
    INDEX by_time at TYPE minmax GRANULARITY 1
) ENGINE = MergeTree
PARTITION BY toMonday(at)
ORDER BY (space, session, at)
TTL toDateTime(at) + INTERVAL 90 DAY
SETTINGS index_granularity = 2048, non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS by_minute (
    space LowCardinality(String),
    time DateTime('UTC'),
    title LowCardinality(String),
    device LowCardinality(String),
    country LowCardinality(String),
    edge LowCardinality(String),
    plays SimpleAggregateFunction(sum, UInt64),
    first_frames SimpleAggregateFunction(sum, UInt64),
    startup AggregateFunction(quantilesTDigest(0.5, 0.95), Nullable(UInt64)),
    stalls SimpleAggregateFunction(sum, UInt64),
    stalled_ms SimpleAggregateFunction(sum, UInt64),
    watched_ms SimpleAggregateFunction(sum, UInt64),
    rated_ms SimpleAggregateFunction(sum, UInt64),
    kbps_ms SimpleAggregateFunction(sum, UInt64),
    errors SimpleAggregateFunction(sum, UInt64),
    fatal_errors SimpleAggregateFunction(sum, UInt64),
    sessions AggregateFunction(uniq, String),
    viewers AggregateFunction(uniqIf, String, UInt8),
    completed AggregateFunction(uniqIf, String, UInt8)
) ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(time)
ORDER BY (space, time, title, device, country, edge)
TTL time + INTERVAL 90 DAY
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS by_hour AS by_minute
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(time)
ORDER BY (space, time, title, device, country, edge)
TTL time + INTERVAL 2 YEAR
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS to_minute TO by_minute AS
SELECT
    space, toStartOfMinute(at) AS time, title, device, country, edge,
    countIf(type = 'start') AS plays,
    countIf(type = 'firstFrame') AS first_frames,
    quantilesTDigestState(0.5, 0.95)(startup_ms) AS startup,
    countIf(type = 'stall') AS stalls,
    sum(event.stalled_ms) AS stalled_ms,
    sum(event.watched_ms) AS watched_ms,
    sumIf(event.watched_ms, kbps > 0) AS rated_ms,
    sum(event.watched_ms * kbps) AS kbps_ms,
    countIf(type = 'error') AS errors,
    countIf(type = 'error' AND fatal) AS fatal_errors,
    uniqState(session) AS sessions,
    uniqIfState(viewer, viewer != '') AS viewers,
    uniqIfState(session, reason = 'ended' OR (duration_ms > 0 AND position_ms >= duration_ms * 0.95)) AS completed
FROM event
GROUP BY space, time, title, device, country, edge;

CREATE MATERIALIZED VIEW IF NOT EXISTS to_hour TO by_hour AS
SELECT
    space, toStartOfHour(at) AS time, title, device, country, edge,
    countIf(type = 'start') AS plays,
    countIf(type = 'firstFrame') AS first_frames,
    quantilesTDigestState(0.5, 0.95)(startup_ms) AS startup,
    countIf(type = 'stall') AS stalls,
    sum(event.stalled_ms) AS stalled_ms,
    sum(event.watched_ms) AS watched_ms,
    sumIf(event.watched_ms, kbps > 0) AS rated_ms,
    sum(event.watched_ms * kbps) AS kbps_ms,
    countIf(type = 'error') AS errors,
    countIf(type = 'error' AND fatal) AS fatal_errors,
    uniqState(session) AS sessions,
    uniqIfState(viewer, viewer != '') AS viewers,
    uniqIfState(session, reason = 'ended' OR (duration_ms > 0 AND position_ms >= duration_ms * 0.95)) AS completed
FROM event
GROUP BY space, time, title, device, country, edge;

CREATE TABLE IF NOT EXISTS watched_part (
    space LowCardinality(String),
    day Date,
    title LowCardinality(String),
    percent UInt8,
    sessions AggregateFunction(uniq, String)
) ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (space, title, day, percent)
TTL day + INTERVAL 2 YEAR
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS to_watched_part TO watched_part AS
SELECT
    space, toDate(at) AS day, title,
    arrayJoin(range(
        toUInt8(least(100, intDiv(100 * (position_ms - least(position_ms, watched_ms)), duration_ms))),
        toUInt8(least(100, intDiv(100 * position_ms, duration_ms))) + 1)) AS percent,
    uniqState(session) AS sessions
FROM event
WHERE type = 'progress' AND duration_ms > 0
GROUP BY space, day, title, percent;

CREATE VIEW IF NOT EXISTS event_of AS SELECT * FROM event WHERE space = {space:String};

CREATE VIEW IF NOT EXISTS by_minute_of AS SELECT * FROM by_minute WHERE space = {space:String};

CREATE VIEW IF NOT EXISTS by_hour_of AS SELECT * FROM by_hour WHERE space = {space:String};

CREATE VIEW IF NOT EXISTS watched_part_of AS SELECT * FROM watched_part WHERE space = {space:String};
