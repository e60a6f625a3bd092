-- The workbooks of refused rows, by the record of their import, in each language. No foreign key: dumps leave this table out, and a dump is
-- restored into a database whose other tables are emptied (docs/adr/0016-backup-dump-restore.md).
-- H2 commits each statement: a start that is cut off can run them again.
create table if not exists import_error_workbook (
    import_id bigint not null,
    kept_since timestamp(3) with time zone not null,
    content_zh bytea not null,
    content_en bytea not null,
    constraint import_error_workbook_pk primary key (import_id)
);
create index if not exists import_error_workbook_since_ix on import_error_workbook (kept_since);
