-- Backups, dumps and restorations are in the audit trail, too.
alter table audit_entry drop constraint audit_entry_subject_kind;
alter table audit_entry add constraint audit_entry_subject_kind check (
    subject_kind in
        ('PROJECT', 'SECTOR', 'ZONE', 'DEPARTMENT', 'SIZE_TIERS', 'EXCHANGE_RATE', 'USER', 'ADDRESS', 'DATABASE'));
