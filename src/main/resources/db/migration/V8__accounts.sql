-- A hash with the mark of its scheme is longer than bcrypt alone.
alter table users alter column password_hash set data type varchar(100);

-- The name as names are compared; null for a user from before whose name looks like another's.
alter table users add column username_folded varchar(200);
alter table users add constraint users_username_folded_once unique (username_folded);

-- Whether an administrator set the password, so that its user has to replace it.
alter table users add column password_change_due boolean default false not null;

-- The last use of a token, to within an hour. Tokens from before count as used now.
alter table token add column last_used_at timestamp(3) with time zone;
update token set last_used_at = current_timestamp where revoked_at is null;
