-- The features declare the kinds of audit targets, and the service records no other; a list here would grow with each feature.
alter table audit_entry alter column subject_kind set data type varchar(40);
alter table audit_entry drop constraint if exists audit_entry_subject_kind;
alter table audit_entry add constraint audit_entry_subject_kind check (
    subject_kind <> '' and subject_kind = upper(subject_kind));
