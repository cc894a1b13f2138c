-- What malls sell, and what the recommender has learnt: both folded from the log by the worker, both rebuilt by replaying it.

-- One row a product: what its mall's pages said and what its server said, apart, so that the rule which of the two holds
-- stays in one place (reload.catalog.Listing) and replay gives the same rows.
create table product (
    mall integer not null,
    id text not null check (length(id) between 1 and 128),
    page jsonb,
    page_at bigint,
    imported jsonb,
    imported_at bigint,
    -- The fold's count of commits when the row last changed: snapshots read what is above the last they saw.
    revision bigint not null,
    primary key (mall, id),
    check ((page is null) = (page_at is null)),
    check ((imported is null) = (imported_at is null)),
    check (page is not null or imported is not null)
);
create index product_revision on product (revision);

-- How far the log is folded into products. Two worker processes take turns on this row.
create table catalog_fold (
    only_one boolean primary key default true check (only_one),
    position text not null,
    revision bigint not null
);
insert into catalog_fold (position, revision) values ('0', 0);

-- What a recommender knew at a position of the log, so that a restart need not replay everything.
create table recommend_snapshot (
    mall integer primary key,
    position text not null,
    learnt bytea not null
);

alter table product enable row level security;
alter table product force row level security;
alter table recommend_snapshot enable row level security;
alter table recommend_snapshot force row level security;

create policy of_its_people on product for select to reload_console using (mall = any (reload_malls()));
create policy all_malls on product to reload_worker using (true) with check (true);
create policy all_malls on recommend_snapshot to reload_worker using (true) with check (true);

grant select on product to reload_console;
grant select, insert, update, delete on product to reload_worker;
grant select, update on catalog_fold to reload_worker;
grant select, insert, update, delete on recommend_snapshot to reload_worker;
