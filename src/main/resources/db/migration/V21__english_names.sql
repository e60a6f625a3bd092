-- The English name of a project, which English lists and reports print, and room for it in the text that is searched. H2 commits each
-- statement: a start that is cut off can run them again.
alter table project add column if not exists name_en varchar(400);
alter table project alter column search_text set data type varchar(9000);
