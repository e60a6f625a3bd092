create function sealed_once() returns trigger language plpgsql as $$
declare
    expected record;
begin
    if tg_op = 'UPDATE' and old.seal_id is null and new.seal_id is not null then
        expected := old;
        expected.seal_id := new.seal_id;
        if new is not distinct from expected then
            return new;
        end if;
    end if;
    raise exception '% is append-only: a row may only be sealed, once', tg_table_name using errcode = 'check_violation';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function sealed_once();
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function append_only();
