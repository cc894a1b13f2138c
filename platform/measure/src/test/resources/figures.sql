create table session (mall int not null, session uuid not null, visitor text not null, day date not null, started_at timestamptz not null, ended_at timestamptz not null,
  page_views int not null, visible_ms bigint not null, active_ms bigint not null, wall_ms bigint not null,
  referral text not null, source text not null, medium text not null, campaign text,
  device text not null, template text not null,
  storage text not null, orders int not null, trigger text, arm text, reason text,
  closed boolean not null, primary key (mall, session));
create table exposure (mall int not null, plan uuid not null, visitor text not null, session uuid not null, day date not null, experiment text not null, arm text not null, variant text not null,
  first boolean not null,
  trigger text, triggered_at timestamptz, stay_ms bigint, referral text not null, device text not null, template text not null,
  impressed_at timestamptz, clicked_at timestamptz, dismissed text,
  first_click boolean not null,
  converted boolean not null, conversion_amount bigint not null, refunded_amount bigint not null, unverified_amount bigint not null,
  outcome_amount bigint not null,
  violation boolean not null, primary key (mall, plan));
create table not_shown (mall int not null, event uuid not null, day date not null, trigger text not null, reason text not null, primary key (mall, event));
create index session_day on session (mall, day);
create index session_newest on session (mall, started_at);
create index exposure_day on exposure (mall, day);
create index exposure_session on exposure (mall, session);
create index not_shown_day on not_shown (mall, day);
grant select on session, exposure, not_shown to reload_console;
alter table session enable row level security, force row level security;
alter table exposure enable row level security, force row level security;
alter table not_shown enable row level security, force row level security;
create policy malls on session using (mall = any (string_to_array(current_setting('app.malls', true), ',')::int[]));
create policy malls on exposure using (mall = any (string_to_array(current_setting('app.malls', true), ',')::int[]));
create policy malls on not_shown using (mall = any (string_to_array(current_setting('app.malls', true), ',')::int[]));
grant select, insert, update, delete on session, exposure, not_shown to reload_worker;
create policy worker on session to reload_worker using (true);
create policy worker on exposure to reload_worker using (true);
create policy worker on not_shown to reload_worker using (true);
