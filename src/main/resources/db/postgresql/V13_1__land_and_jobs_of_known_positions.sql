-- Until now land area and jobs had no history: every known position gets the present value of its project (ADR 28).
alter table position disable trigger position_append_only;

update position p set land_area = j.land_area, jobs = j.jobs from project j
where j.id = p.project_id and (j.land_area is not null or j.jobs is not null);

alter table position enable trigger position_append_only;

-- While instances are updated one after the other, an older one writes positions without these values; they then get the present
-- ones of the project. Newer instances say on their connections that they write them (database.greeting.postgresql). Two releases
-- never run on one embedded database, so H2 needs no such trigger.
create function land_and_jobs_of_project() returns trigger language plpgsql as $$
begin
    select j.land_area, j.jobs into new.land_area, new.jobs from project j where j.id = new.project_id;
    return new;
end $$;

create trigger position_land_and_jobs before insert on position for each row
    when (current_setting('pipeline.land_and_jobs', true) is distinct from 'written'
        and new.land_area is null and new.jobs is null)
    execute function land_and_jobs_of_project();
