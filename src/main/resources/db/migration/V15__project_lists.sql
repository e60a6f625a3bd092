-- Lists of projects (重点项目清单) are a catalogue. A position has the codes of the lists its project is on, in order, with commas.
-- H2 commits each statement: a start that is cut off can run them again.
create table if not exists project_list (
    code varchar(128) not null,
    name_zh varchar(200) not null,
    name_en varchar(200) not null,
    active boolean not null,
    issuer varchar(200),
    level varchar(200),
    most integer,
    version integer not null,
    constraint project_list_pk primary key (code),
    constraint project_list_most_from_one check (most >= 1)
);
alter table position add column if not exists lists varchar(600);
create index if not exists position_lists_ix on position (lists);
-- Each combination of lists that a position ever had, code by code, so that a filter by a list is a look-up of a few values.
create table if not exists project_list_set (
    codes varchar(600) not null,
    code varchar(128) not null,
    constraint project_list_set_pk primary key (codes, code),
    constraint project_list_set_code_fk foreign key (code) references project_list (code)
);
create index if not exists project_list_set_code_ix on project_list_set (code);
