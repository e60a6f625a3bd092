-- While instances are updated one after the other, an older one that gives a project another code or name leaves the search text as it
-- was. It is then taken away, and filled in later. Instances that write search texts say so on their connections
-- (database.greeting.postgresql). Two releases never run on one embedded database, so H2 needs no such trigger.
create function outdated_search_text() returns trigger language plpgsql as $$
begin
    if current_setting('pipeline.search_text', true) is distinct from 'written' then
        new.search_text := null;
    end if;
    return new;
end $$;

create trigger project_search_text before update on project for each row
    when (old.code <> new.code or old.name <> new.name)
    execute function outdated_search_text();
