-- Until now land area and jobs had no history: every known position gets the present value of its project (ADR 28). H2 cannot
-- disable a single trigger, so the guard of the ledger is created again at the end.
drop trigger if exists position_append_only;

update position p set (land_area, jobs) = (select j.land_area, j.jobs from project j where j.id = p.project_id)
where exists (
    select 1 from project j where j.id = p.project_id and (j.land_area is not null or j.jobs is not null));

create trigger position_append_only before update, delete on position for each row
    call 'org.investmentpipeline.period.AppendOnly';
