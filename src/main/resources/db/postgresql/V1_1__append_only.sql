create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;

create function superseded_once() returns trigger language plpgsql as $$
declare
    expected record;
begin
    if tg_op = 'UPDATE' and old.superseded_at = timestamptz '9999-12-31 00:00:00+00' then
        expected := old;
        expected.superseded_at := new.superseded_at;
        if new is not distinct from expected and new.superseded_at < old.superseded_at then
            return new;
        end if;
    end if;
    raise exception '% is append-only: a row may only be superseded, once', tg_table_name
        using errcode = 'check_violation';
end $$;

create trigger position_append_only before update or delete on position
    for each row execute function superseded_once();
create trigger size_tier_append_only before update or delete on size_tier
    for each row execute function superseded_once();
create trigger project_change_append_only before update or delete on project_change
    for each row execute function append_only();
