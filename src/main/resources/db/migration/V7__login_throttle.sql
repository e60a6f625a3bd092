-- Replaces sign_in_brake, which stays for older instances. A row for each password that was wrong, or is being checked.
-- Names are kept as hashes: what is typed as a name may be a password.
create table login_failure (
    id           varchar(36) not null,
    pair_hash    varchar(64) not null,
    account_hash varchar(64),
    address      varchar(64) not null,
    failed_at    timestamp(3) with time zone not null,
    constraint login_failure_pk primary key (id)
);
create index login_failure_pair_ix on login_failure (pair_hash, failed_at);
create index login_failure_account_ix on login_failure (account_hash, failed_at);
create index login_failure_address_ix on login_failure (address, failed_at);
create index login_failure_failed_ix on login_failure (failed_at);

-- Addresses from which a user signed in before. Written only after a right password.
create table known_address (
    account_hash      varchar(64) not null,
    address           varchar(64) not null,
    last_signed_in_at timestamp(3) with time zone not null,
    constraint known_address_pk primary key (account_hash, address)
);
