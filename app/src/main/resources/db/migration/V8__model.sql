-- What was learnt, each time it was tried: a version is never changed but for being at work or not, so that every plan's model
-- can be found again and an earlier one put back to work.
create table model (
    mall integer not null,
    kind text not null check (kind in ('leave')),
    version integer not null check (version > 0),
    trained_at timestamptz not null,
    -- What it was learnt from: signs between these times, in the log up to this position.
    window_from timestamptz,
    window_to timestamptz,
    position text not null,
    rows integer not null,
    -- The version that was at work then; 0 is what every mall begins with.
    parent integer not null,
    outcome text not null check (outcome in ('BETTER', 'NO_BETTER', 'TOO_LITTLE')),
    -- On the rows kept aside; null with too little.
    log_loss double precision,
    log_loss_at_work double precision,
    area_under_roc double precision,
    calibration_error double precision,
    calibration_band double precision,
    drifted boolean not null,
    -- Null where nothing was learnt.
    learnt bytea,
    at_work boolean not null,
    primary key (mall, kind, version)
);
create unique index model_at_work on model (mall, kind) where at_work;

alter table model enable row level security;
alter table model force row level security;
create policy of_its_people on model for select to reload_console using (mall = any (reload_malls()));
create policy all_malls on model to reload_worker using (true) with check (true);
grant select on model to reload_console;
grant select, insert, update on model to reload_worker;
