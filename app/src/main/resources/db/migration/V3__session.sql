-- What the session fold keeps (state) and puts out (session, exposure, not_shown). The worker writes; the console reads its own
-- malls. Everything here can be built anew from the log.

-- How far each reader of the log has come. Moves in the transaction that writes what was read.
create table fold_position (
    consumer text primary key,
    position text not null
);
grant select, insert, update, delete on fold_position to reload_worker;

-- One key's state: a visitor or an order. Bytes of a versioned codec.
create table fold_state (
    mall integer not null,
    kind smallint not null,
    key text not null,
    wake_at bigint,
    state bytea not null,
    primary key (mall, kind, key)
);
create index fold_state_wake on fold_state (wake_at) where wake_at is not null;

create table session (
    mall integer not null,
    session uuid not null,
    visitor text not null,
    day date not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    page_views integer not null,
    visible_ms bigint not null,
    active_ms bigint not null,
    wall_ms bigint not null,
    referral text not null,
    source text not null,
    medium text not null,
    campaign text,
    device text not null,
    template text not null,
    storage text not null,
    orders integer not null,
    trigger text,
    arm text,
    reason text,
    closed boolean not null,
    primary key (mall, session)
);
create index session_day on session (mall, day);
create index session_latest on session (mall, started_at desc);

create table exposure (
    mall integer not null,
    plan uuid not null,
    visitor text not null,
    session uuid not null,
    day date not null,
    experiment text not null,
    arm text not null,
    variant text not null,
    first boolean not null,
    trigger text,
    triggered_at timestamptz,
    stay_ms bigint,
    referral text not null,
    device text not null,
    template text not null,
    impressed_at timestamptz,
    clicked_at timestamptz,
    dismissed text,
    first_click boolean not null,
    converted boolean not null,
    conversion_amount bigint not null,
    refunded_amount bigint not null,
    unverified_amount bigint not null,
    outcome_amount bigint not null,
    violation boolean not null,
    primary key (mall, plan)
);
create index exposure_day on exposure (mall, day);
create index exposure_session on exposure (mall, session);

create table not_shown (
    mall integer not null,
    event uuid not null,
    day date not null,
    trigger text not null,
    reason text not null,
    primary key (mall, event)
);
create index not_shown_day on not_shown (mall, day);

-- The latest receipt of each mall: what "now" is for a mall whose shoppers are simulated.
create table mall_clock (
    mall integer primary key,
    received_at timestamptz not null
);

do $$
declare
    t text;
begin
    foreach t in array array['fold_state', 'session', 'exposure', 'not_shown', 'mall_clock'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy mall on %I using (mall = any ((select reload_malls())::integer[]))', t);
        execute format('grant select, insert, update, delete on %I to reload_worker', t);
    end loop;
    foreach t in array array['session', 'exposure', 'not_shown', 'mall_clock'] loop
        execute format('grant select on %I to reload_console', t);
    end loop;
end
$$;
