-- Sectors form a tree, as departments do: the industry of a bureau's reports (工业) with all sectors below it.
-- Wide enough for a code on either database: the embedded one counts UTF-16 units.
-- H2 commits each statement: one that is cut off can be run again.
alter table sector add column if not exists parent_code varchar(128);
alter table sector drop constraint if exists sector_parent_fk;
alter table sector add constraint sector_parent_fk foreign key (parent_code) references sector (code);
