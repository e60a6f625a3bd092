-- An address percent-encodes a code: up to 64 characters, each of up to nine.
alter table idempotency_key alter column location set data type varchar(1000);
