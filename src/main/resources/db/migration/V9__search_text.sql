-- Code and name as the search compares them, folded by the service: the databases fold case each in its own way, and a compatibility
-- form may be 18 times as long as its character. The service fills in the rows that are there, see docs/adr/0026-rules-of-texts.md.
alter table project add column search_text varchar(5000);
alter table investor add column search_text varchar(5000);
