-- Profiles of imports: parts of the form under a code, as a JSON object of part to text (docs/adr/0035-import-profiles.md).
-- H2 commits each statement: a start that is cut off can run it again.
create table if not exists import_profile (
    code varchar(128) not null,
    name_zh varchar(200) not null,
    name_en varchar(200) not null,
    active boolean not null,
    parts varchar(8000) not null,
    version integer not null,
    constraint import_profile_pk primary key (code)
);
