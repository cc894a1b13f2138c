-- Counts up with every recommender that is written, so that a process without a worker of its own reads only what is new to it.
create sequence recommend_revision;
alter table recommend_snapshot add column revision bigint not null default 0;
create index on recommend_snapshot (revision);
grant usage on sequence recommend_revision to reload_worker;
