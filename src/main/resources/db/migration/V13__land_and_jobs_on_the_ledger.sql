-- Land area (in mu) and jobs become values of a position. The columns of project stay, for instances of the release before.
alter table position add column land_area numeric(14, 2);
alter table position add column jobs integer;
alter table position add constraint position_land_area_from_zero check (land_area >= 0);
alter table position add constraint position_jobs_from_zero check (jobs >= 0);
