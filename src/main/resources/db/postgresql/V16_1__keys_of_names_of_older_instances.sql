-- While instances are updated one after the other, an older one that gives a project another name leaves its keys as they were. They are
-- then taken away, and filled in later. Instances that write them say so on their connections (database.greeting.postgresql). Two
-- releases never run on one embedded database, so H2 needs no such trigger.
create function outdated_name_keys() returns trigger language plpgsql as $$
begin
    if current_setting('pipeline.name_keys', true) is distinct from 'written' then
        new.name_match := null;
        new.name_order := '';
        new.name_keys := 0;
    end if;
    return new;
end $$;

create trigger project_name_keys before update on project for each row
    when (old.name <> new.name)
    execute function outdated_name_keys();
