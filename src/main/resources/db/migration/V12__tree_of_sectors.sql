-- Sectors form a tree, as departments do: the industry of a bureau's reports (工业) with all sectors below it.
-- Wide enough for a code on either database: the embedded one counts UTF-16 units.
alter table sector add column parent_code varchar(128);
alter table sector add constraint sector_parent_fk foreign key (parent_code) references sector (code);
