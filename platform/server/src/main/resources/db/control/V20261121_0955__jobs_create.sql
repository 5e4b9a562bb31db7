-- Whose turn it is. Whoever changes the state of a tenant's work holds the tenant's row.
CREATE TABLE job_share (
    tenant_id    text             NOT NULL PRIMARY KEY,
    weight       double precision NOT NULL DEFAULT 1 CHECK (weight > 0),
    -- May be true where nothing is ready; never false where something is.
    waiting      boolean          NOT NULL DEFAULT false,
    running      integer          NOT NULL DEFAULT 0 CHECK (running >= 0),
    -- Seconds of workers, by weight.
    served       double precision NOT NULL DEFAULT 0,
    stopped_from timestamptz
);
CREATE INDEX job_share_waiting ON job_share (tenant_id) WHERE waiting;

CREATE TABLE job (
    id          text        NOT NULL PRIMARY KEY,
    tenant_id   text        NOT NULL,
    environment text        NOT NULL,
    asset_id    text        NOT NULL,
    version     integer     NOT NULL,
    kind        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    priority    integer     NOT NULL,
    code        text,
    detail      text,
    queued_at   timestamptz NOT NULL,
    started_at  timestamptz,
    ended_at    timestamptz,
    -- What nobody named was removed from the object store.
    swept       boolean     NOT NULL DEFAULT false
);
CREATE INDEX job_space ON job (tenant_id, environment, id);
CREATE INDEX job_ended ON job (ended_at);
CREATE INDEX job_unswept ON job (ended_at) WHERE NOT swept;

CREATE TABLE job_task (
    id          bigint           NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    job_id      text             NOT NULL REFERENCES job ON DELETE CASCADE,
    name        text             NOT NULL,
    tenant_id   text             NOT NULL,
    work        text             NOT NULL,
    -- What a worker must be able to do: kind, codec and accelerator, as far as they matter.
    demand      text             NOT NULL,
    accelerator text,
    group_name  text,
    weight      double precision NOT NULL,
    needs       text[]           NOT NULL,
    open_needs  integer          NOT NULL,
    priority    integer          NOT NULL,
    state       text             NOT NULL CHECK (state IN ('waiting', 'ready', 'leased', 'done', 'failed', 'dropped')),
    queued_at   timestamptz      NOT NULL,
    ready_at    timestamptz      NOT NULL,
    attempt     integer          NOT NULL DEFAULT 0,
    failures    integer          NOT NULL DEFAULT 0,
    losses      integer          NOT NULL DEFAULT 0,
    checkpoint  text,
    done        text,
    UNIQUE (job_id, name)
);
CREATE INDEX job_task_turn ON job_task (tenant_id, demand, priority DESC, queued_at, id) WHERE state = 'ready';
CREATE INDEX job_task_age ON job_task (accelerator, ready_at) WHERE state = 'ready';

CREATE TABLE job_attempt (
    id         text             NOT NULL PRIMARY KEY,
    task_id    bigint           NOT NULL REFERENCES job_task ON DELETE CASCADE,
    number     integer          NOT NULL,
    worker_id  text             NOT NULL,
    state      text             NOT NULL
               CHECK (state IN ('running', 'done', 'failed', 'returned', 'lost', 'cancelled', 'dropped')),
    progress   double precision NOT NULL DEFAULT 0,
    cpu_ms     bigint           NOT NULL DEFAULT 0,
    gpu_ms     bigint           NOT NULL DEFAULT 0,
    began_at   timestamptz      NOT NULL,
    expires_at timestamptz      NOT NULL,
    ended_at   timestamptz,
    code       text,
    detail     text,
    log        text,
    UNIQUE (task_id, number)
);
CREATE UNIQUE INDEX job_attempt_one ON job_attempt (task_id) WHERE state = 'running';
CREATE INDEX job_attempt_expiry ON job_attempt (expires_at) WHERE state = 'running';
CREATE INDEX job_attempt_recent ON job_attempt (ended_at) WHERE state = 'done';

CREATE TABLE job_worker (
    id            text        NOT NULL PRIMARY KEY,
    name          text        NOT NULL,
    version       text        NOT NULL,
    slots         integer     NOT NULL,
    kinds         text[]      NOT NULL,
    accelerators  text[]      NOT NULL,
    encoders      text[]      NOT NULL,
    device        text,
    -- Every demand it can meet.
    demands       text[]      NOT NULL,
    registered_at timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL
);
CREATE INDEX job_worker_seen ON job_worker (seen_at);
