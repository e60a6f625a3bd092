-- The keys by which names are matched and sorted, computed by the service (docs/adr/0031-keys-of-names.md), and the number of the rules by
-- which they were computed. The service fills in the rows that are there. H2 commits each statement: a start that is cut off can run
-- them again.
alter table project add column if not exists name_match varchar(400);
alter table project add column if not exists name_order varchar(2000) default '' not null;
alter table project add column if not exists name_keys integer default 0 not null;
alter table investor add column if not exists name_match varchar(400);
alter table investor add column if not exists name_order varchar(2000) default '' not null;
alter table investor add column if not exists name_keys integer default 0 not null;
create index if not exists project_name_match_ix on project (name_match);
create index if not exists project_name_order_ix on project (name_order, code);
create index if not exists investor_name_match_ix on investor (name_match);
