-- Land area (in mu) and jobs become values of a position. The columns of project stay, for instances of the release before.
-- H2 commits each statement: a start that is cut off can run them again.
alter table position add column if not exists land_area numeric(14, 2);
alter table position add column if not exists jobs integer;
alter table position drop constraint if exists position_land_area_from_zero;
alter table position add constraint position_land_area_from_zero check (land_area >= 0);
alter table position drop constraint if exists position_jobs_from_zero;
alter table position add constraint position_jobs_from_zero check (jobs >= 0);
