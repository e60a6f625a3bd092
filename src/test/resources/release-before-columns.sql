-- What an installation of the last release with sums in the database has besides: its schema is V9.1.
-- Sums that are folded, the changes since then, and an entry of the audit trail with its seal.
insert into rollup (dimension, grain, first_day, stage, status, member, stock_count, stock_cny, entry_count, entry_cny) values
    ('ZONE', 'DAY', date '2023-01-05', 'UNDER_NEGOTIATION', 'ACTIVE', 'wanbei', 1, 0, 1, 0);
update rollup_state set folded_at = timestamp with time zone '2023-07-10 00:00:00+00:00';
insert into position_delta (position_id, added, recorded_at) values
    (8, false, timestamp with time zone '2023-07-20 00:00:00+00:00'),
    (10, true, timestamp with time zone '2023-07-20 00:00:00+00:00');
update project set search_text = '2023-0002 氢燃料电池电堆' where id = 2;
insert into audit_entry (id, subject_kind, subject, sequence, action, at, username, address, field_values, previous_hash, hash, seal_id) values
    (1, 'ZONE', 'wanbei', 1, 'CHANGED', timestamp with time zone '2023-08-02 01:00:00+00:00', 'wang', '192.0.2.7',
     '[{"field":"name.en","before":"Northern","after":"North"}]',
     '0000000000000000000000000000000000000000000000000000000000000000',
     '4094bd270205f449c86622e699e683e550a671ac9f561b7b01c2a2cc96b2728c', 1);
insert into audit_seal (id, sealed_at, entries, previous_hash, hash) values
    (1, timestamp with time zone '2023-08-02 02:00:00+00:00', 1,
     '0000000000000000000000000000000000000000000000000000000000000000',
     '7171c86625c0514b8287c3e1f96e969902bf18bf49029e4d760f45c9c1187e4e');
alter sequence audit_entry_seq restart with 101;
