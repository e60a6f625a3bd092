-- While instances are updated one after the other, an older one that gives a project another code or name leaves the search text as it
-- was. It is then taken away, and filled in later. Two releases never run on one embedded database, so H2 needs no such trigger.
create function outdated_search_text() returns trigger language plpgsql as $$
begin
    if new.search_text is not distinct from old.search_text then
        new.search_text := null;
    end if;
    return new;
end $$;

create trigger project_search_text before update on project for each row
    when (lower(old.code) <> lower(new.code) or lower(old.name) <> lower(new.name))
    execute function outdated_search_text();
