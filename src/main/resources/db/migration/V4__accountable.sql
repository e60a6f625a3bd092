-- Who may sign in. The table is in the plural because the singular is a word of SQL.
create sequence users_seq start with 1 increment by 50;
create table users (
    id             bigint      not null,
    username       varchar(64) not null,
    password_hash  varchar(60) not null,
    first_password boolean     not null,
    active         boolean     not null,
    limited        boolean     not null,
    version        integer     not null,
    constraint users_pk primary key (id),
    constraint users_username_once unique (username)
);

create table user_role (
    user_id bigint     not null,
    role    varchar(7) not null,
    constraint user_role_pk primary key (user_id, role),
    constraint user_role_user_fk foreign key (user_id) references users (id),
    constraint user_role_role check (role in ('VIEWER', 'OFFICER', 'MANAGER', 'ADMIN', 'AUDITOR'))
);

-- The zones that a limited user is limited to. A zone stays while a user is limited to it.
create table user_zone (
    user_id   bigint      not null,
    zone_code varchar(64) not null,
    constraint user_zone_pk primary key (user_id, zone_code),
    constraint user_zone_user_fk foreign key (user_id) references users (id),
    constraint user_zone_zone_fk foreign key (zone_code) references zone (code)
);

-- What proves who asks. Only the SHA-256 of a token is kept.
create sequence token_seq start with 1 increment by 50;
create table token (
    id         bigint       not null,
    user_id    bigint       not null,
    name       varchar(100) not null,
    role       varchar(7),
    hash       varchar(64)  not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    revoked_at timestamp(3) with time zone,
    constraint token_pk primary key (id),
    constraint token_hash_once unique (hash),
    constraint token_user_fk foreign key (user_id) references users (id),
    constraint token_role check (role in ('VIEWER', 'OFFICER', 'MANAGER', 'ADMIN', 'AUDITOR'))
);
create index token_user_ix on token (user_id, id);

-- Failed sign-ins of an account and from an address, which slow down the next.
create table sign_in_brake (
    subject        varchar(200) not null,
    failures       integer      not null,
    last_failed_at timestamp(3) with time zone not null,
    constraint sign_in_brake_pk primary key (subject)
);

-- What was done, by whom. Each subject has a chain of its own: an entry holds the hash of the one before. Rows are only ever
-- added; a seal is set once.
create sequence audit_entry_seq start with 1 increment by 50;
create table audit_entry (
    id            bigint       not null,
    subject_kind  varchar(13)  not null,
    subject       varchar(200) not null,
    sequence      integer      not null,
    action        varchar(20)  not null,
    at            timestamp(3) with time zone not null,
    username      varchar(64),
    token_id      bigint,
    address       varchar(64),
    effective_on  date,
    note          varchar(500),
    field_values  varchar(20000) not null,
    previous_hash varchar(64)  not null,
    hash          varchar(64)  not null,
    seal_id       bigint,
    constraint audit_entry_pk primary key (id),
    constraint audit_entry_sequence_once unique (subject_kind, subject, sequence),
    constraint audit_entry_subject_kind check (
        subject_kind in ('PROJECT', 'SECTOR', 'ZONE', 'DEPARTMENT', 'SIZE_TIERS', 'EXCHANGE_RATE', 'USER', 'ADDRESS'))
);
create index audit_entry_seal_ix on audit_entry (seal_id, id);
create index audit_entry_username_ix on audit_entry (username, id);

-- What ties the chains together: the hash of all entries that were new, and of the seal before.
create table audit_seal (
    id            bigint      not null,
    sealed_at     timestamp(3) with time zone not null,
    entries       bigint      not null,
    previous_hash varchar(64) not null,
    hash          varchar(64) not null,
    constraint audit_seal_pk primary key (id)
);

-- Whose turn it is to seal: one instance at a time locks the row.
create table audit_sealer (
    id integer not null,
    constraint audit_sealer_pk primary key (id),
    constraint audit_sealer_is_one_row check (id = 1)
);
insert into audit_sealer (id) values (1);

-- Who did it, of changes made since there are users.
alter table project_change add column audit_id bigint;
alter table project_change add constraint project_change_audit_fk foreign key (audit_id) references audit_entry (id);

-- The first answers to requests that may be repeated under their key. A row is written with what the request does, or not at all.
create table idempotency_key (
    username        varchar(64)  not null,
    key_hash        varchar(64)  not null,
    fingerprint     varchar(64)  not null,
    created_at      timestamp(3) with time zone not null,
    status          integer      not null,
    location        varchar(500),
    etag            varchar(100),
    body            text         not null,
    constraint idempotency_key_pk primary key (username, key_hash)
);
create index idempotency_key_created_ix on idempotency_key (created_at);
