-- Each import that wrote something, by the moment under which it wrote, so that it can be undone as one. One that was refused, and
-- whose refused rows are kept, has a row without such a moment. H2 commits each statement: a start that is cut off can run them again.
create sequence if not exists import_record_seq start with 1 increment by 50;
create table if not exists import_record (
    id bigint not null,
    username varchar(64),
    imported_at timestamp(3) with time zone not null,
    recorded_at timestamp(3) with time zone,
    as_of date not null,
    file_name varchar(1000),
    file_hash varchar(64) not null,
    rows_read integer not null,
    rows_created integer not null,
    rows_changed integer not null,
    rows_unchanged integer not null,
    rows_refused integer not null,
    undone_at timestamp(3) with time zone,
    undone_by varchar(64),
    undo_reason varchar(1000),
    constraint import_record_pk primary key (id),
    constraint import_record_moment_uq unique (recorded_at),
    constraint import_record_undone check (undone_at is null or recorded_at is not null),
    constraint import_record_reason check (undone_at is not null or (undone_by is null and undo_reason is null))
);
-- The investors and catalogue entries that an import added: an undo leaves them, and names them.
create table if not exists import_addition (
    import_id bigint not null,
    ordinal integer not null,
    kind varchar(40) not null,
    code varchar(128) not null,
    constraint import_addition_pk primary key (import_id, ordinal),
    constraint import_addition_import_fk foreign key (import_id) references import_record (id)
);
-- The moment of the changes that a change takes back.
alter table project_change add column if not exists undoes timestamp(3) with time zone;
