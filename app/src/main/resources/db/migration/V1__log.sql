-- The log, and who may touch it. The owner runs this; ingest may append, the worker may read and drop old days,
-- the console may do neither. There is no row level security here: COPY does not go with it, and no mall's person ever reads the log.

grant usage on schema reload to reload_ingest, reload_worker, reload_console;

-- One row is one accepted beacon. "offset" grows with commits; nothing else is unique, as a unique index would cost more
-- than the fold that drops duplicates anyway.
create table log (
    appended_on date not null,
    "offset" bigint not null,
    mall integer not null,
    key_kind smallint not null,
    source smallint not null,
    epoch integer not null,
    skew_ms bigint not null,
    received_at bigint not null,
    skipped bigint not null,
    key text not null,
    payload bytea not null
) partition by range (appended_on);

create index log_offset on log ("offset");

-- The one writer: epoch counts its reigns; floor is the last offset of all that retention has dropped,
-- so that an emptied log does not begin again at 1 below the readers' positions.
create table log_writer (
    only_one boolean primary key default true check (only_one),
    epoch integer not null,
    floor bigint not null
);
insert into log_writer (epoch, floor) values (0, 0);

-- Called by a session that holds the writer's advisory lock. The row stays locked by every append of an older reign until that
-- append has committed or not, so "next" is above all that can ever be committed under an older epoch.
create function log_take_over(out epoch integer, out next bigint)
    language plpgsql security definer set search_path = reload, pg_temp as
$$
begin
    update log_writer w set epoch = w.epoch + 1 returning w.epoch, w.floor into epoch, next;
    next := greatest(next, (select coalesce(max("offset"), 0) from log)) + 1;
    perform set_config('reload.epoch', epoch::text, false);
end
$$;

-- Once a COPY, not once a row: the writer's reign must still last when it appends.
create function log_fence() returns trigger
    language plpgsql security definer set search_path = reload, pg_temp as
$$
declare
    reign integer;
begin
    select w.epoch into reign from log_writer w for share;
    if current_setting('reload.epoch', true) is distinct from reign::text then
        raise exception 'log append of epoch % refused: the writer is of epoch %', current_setting('reload.epoch', true), reign
            using errcode = 'RL001';
    end if;
    return null;
end
$$;
create trigger log_fence before insert on log for each statement execute function log_fence();

-- Attached, not created in place: that takes a lock which appends and reads do not wait for.
create function log_add_day(day date) returns void
    language plpgsql security definer set search_path = reload, pg_temp as
$$
declare
    name text := 'log_' || to_char(day, 'YYYYMMDD');
begin
    if to_regclass('reload.' || name) is not null then
        return;
    end if;
    execute format('create table %I (like log including defaults)', name);
    -- Never updated and dropped whole, so vacuuming after inserts would be work for nothing.
    execute format('alter table %I set (autovacuum_vacuum_insert_threshold = -1)', name);
    execute format('alter table log attach partition %I for values from (%L) to (%L)', name, day, day + 1);
end
$$;

-- Drops all days before a day; returns how many.
create function log_drop_before(day date) returns integer
    language plpgsql security definer set search_path = reload, pg_temp as
$$
declare
    old record;
    last bigint;
    dropped integer := 0;
begin
    set local lock_timeout = '5s';
    for old in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'log'::regclass and c.relname < 'log_' || to_char(day, 'YYYYMMDD')
        order by c.relname
    loop
        execute format('select max("offset") from %I', old.relname) into last;
        update log_writer set floor = greatest(floor, coalesce(last, 0));
        execute format('drop table %I', old.relname);
        dropped := dropped + 1;
    end loop;
    return dropped;
end
$$;

revoke execute on function log_take_over(), log_fence(), log_add_day(date), log_drop_before(date) from public;
grant insert on log to reload_ingest;
grant execute on function log_take_over(), log_add_day(date) to reload_ingest;
grant select on log, log_writer to reload_worker;
grant execute on function log_drop_before(date) to reload_worker;
