-- What an installation of the first release left: its schema is V1, and all of this was written under four moments of its clock.
-- 2023-07-01 four projects were registered, 07-10 the first was moved, 07-20 it was raised and the fourth was deleted as a
-- mistake, 08-01 the size tiers were replaced.
insert into zone (code, name_zh, name_en, active, version) values ('wanbei', '皖北片区', 'North', true, 0), ('wannan', '皖南片区', 'South', true, 0);
insert into department (code, parent_code, name_zh, name_en, active, version) values ('bureau', null, '投资促进局', 'Bureau', true, 0), ('bureau-2', 'bureau', '投资促进二局', 'Second', true, 0);
insert into exchange_rate (id, currency, on_day, rate, version) values (1, 'USD', date '2023-01-01', 7.2, 0);
insert into investor (id, name, version) values (1, '润平电子', 0), (2, '青禾氢能', 0);

insert into project (id, code, name, land_area, jobs, summary, deleted, version) values
    (1, '2023-0001', 'CMP半导体零部件设备', 120.5, 300, null, false, 2),
    (2, '2023-0002', '氢燃料电池电堆', null, null, '一期', false, 1),
    (3, '2023-0003', '精密轴承', null, null, null, false, 1),
    (4, '2023-0004', '重复登记的项目', null, null, null, true, 1);

insert into position (id, project_id, from_day, to_day, ordinal, entry, entry_precision, stage, stage_since, status, status_reason,
    amount, currency, rate, cny, sector_code, zone_code, department_code, origin, agreement, key_project, investor_id, leader, officer,
    recorded_at, superseded_at) values
    (1, 1, date '2023-01-05', date '9999-12-31', 0, true, 'DAY', 'UNDER_NEGOTIATION', date '2023-01-05', 'ACTIVE', null,
     null, null, null, 0, 'semiconductors', 'wanbei', null, null, null, true, 1, '王力', null,
     timestamp with time zone '2023-07-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (2, 2, date '2023-03-01', date '2023-05-18', 0, true, 'MONTH', 'SIGNED', date '2023-03-01', 'ACTIVE', null,
     860000000, 'CNY', 1, 860000000, 'new-energy', 'wannan', 'bureau-2', 'OUT_OF_PROVINCE', 'FRAMEWORK', false, 2, null, null,
     timestamp with time zone '2023-07-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (3, 2, date '2023-05-18', date '9999-12-31', 0, true, 'DAY', 'GROUNDBREAKING', date '2023-05-18', 'ACTIVE', null,
     860000000, 'CNY', 1, 860000000, 'new-energy', 'wannan', 'bureau-2', 'OUT_OF_PROVINCE', 'FRAMEWORK', false, 2, null, null,
     timestamp with time zone '2023-07-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (4, 3, date '2023-02-10', date '2023-06-01', 0, true, 'DAY', 'UNDER_NEGOTIATION', date '2023-02-10', 'ACTIVE', null,
     50000000, 'USD', 7.2, 360000000, null, 'wanbei', 'bureau', 'FOREIGN', null, false, null, null, null,
     timestamp with time zone '2023-07-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (5, 3, date '2023-06-01', date '9999-12-31', 0, false, null, 'UNDER_NEGOTIATION', date '2023-02-10', 'SUSPENDED', '资金未到位',
     50000000, 'USD', 7.2, 360000000, null, 'wanbei', 'bureau', 'FOREIGN', null, false, null, null, null,
     timestamp with time zone '2023-07-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (6, 4, date '2023-04-01', date '9999-12-31', 0, true, 'DAY', 'SIGNED', date '2023-04-01', 'ACTIVE', null,
     9900000000, 'CNY', 1, 9900000000, null, null, null, null, 'FORMAL', false, null, null, null,
     timestamp with time zone '2023-07-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00');

update position set superseded_at = timestamp with time zone '2023-07-10 00:00:00+00:00' where id = 1;
insert into position (id, project_id, from_day, to_day, ordinal, entry, entry_precision, stage, stage_since, status, status_reason,
    amount, currency, rate, cny, sector_code, zone_code, department_code, origin, agreement, key_project, investor_id, leader, officer,
    recorded_at, superseded_at) values
    (7, 1, date '2023-01-05', date '2023-06-28', 0, true, 'DAY', 'UNDER_NEGOTIATION', date '2023-01-05', 'ACTIVE', null,
     null, null, null, 0, 'semiconductors', 'wanbei', null, null, null, true, 1, '王力', null,
     timestamp with time zone '2023-07-10 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (8, 1, date '2023-06-28', date '9999-12-31', 0, true, 'DAY', 'SIGNED', date '2023-06-28', 'ACTIVE', null,
     1200000000, 'CNY', 1, 1200000000, 'semiconductors', 'wanbei', null, null, 'FORMAL', true, 1, '王力', null,
     timestamp with time zone '2023-07-10 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00');

update position set superseded_at = timestamp with time zone '2023-07-20 00:00:00+00:00' where id in (6, 8);
insert into position (id, project_id, from_day, to_day, ordinal, entry, entry_precision, stage, stage_since, status, status_reason,
    amount, currency, rate, cny, sector_code, zone_code, department_code, origin, agreement, key_project, investor_id, leader, officer,
    recorded_at, superseded_at) values
    (9, 1, date '2023-06-28', date '2023-06-29', 0, true, 'DAY', 'SIGNED', date '2023-06-28', 'ACTIVE', null,
     1200000000, 'CNY', 1, 1200000000, 'semiconductors', 'wanbei', null, null, 'FORMAL', true, 1, '王力', null,
     timestamp with time zone '2023-07-20 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (10, 1, date '2023-06-29', date '9999-12-31', 0, false, null, 'SIGNED', date '2023-06-28', 'ACTIVE', null,
     1500000000, 'CNY', 1, 1500000000, 'semiconductors', 'wanbei', null, null, 'FORMAL', true, 1, '王力', null,
     timestamp with time zone '2023-07-20 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00');

insert into project_change (id, project_id, kind, stage, effective_on, note, reverses_id, field_values, recorded_at) values
    (1, 1, 'REGISTERED', null, null, null, null, '[]', timestamp with time zone '2023-07-01 00:00:00+00:00'),
    (2, 2, 'REGISTERED', null, null, null, null, '[]', timestamp with time zone '2023-07-01 00:00:00+00:00'),
    (3, 2, 'MOVED', 'GROUNDBREAKING', date '2023-05-18', null, null, '[{"field":"stage","before":"SIGNED","after":"GROUNDBREAKING"}]',
     timestamp with time zone '2023-07-01 00:00:00+00:00'),
    (4, 3, 'REGISTERED', null, null, null, null, '[]', timestamp with time zone '2023-07-01 00:00:00+00:00'),
    (5, 3, 'STATUS_CHANGED', null, date '2023-06-01', '资金未到位', null, '[{"field":"status","before":"ACTIVE","after":"SUSPENDED"}]',
     timestamp with time zone '2023-07-01 00:00:00+00:00'),
    (6, 4, 'REGISTERED', null, null, null, null, '[]', timestamp with time zone '2023-07-01 00:00:00+00:00'),
    (7, 1, 'MOVED', 'SIGNED', date '2023-06-28', null, null, '[{"field":"stage","before":"UNDER_NEGOTIATION","after":"SIGNED"}]',
     timestamp with time zone '2023-07-10 00:00:00+00:00'),
    (8, 1, 'AMENDED', null, date '2023-06-29', null, null, '[{"field":"investment","before":"1200000000 CNY","after":"1500000000 CNY"}]',
     timestamp with time zone '2023-07-20 00:00:00+00:00'),
    (9, 4, 'DELETED', null, null, '重复登记', null, '[]', timestamp with time zone '2023-07-20 00:00:00+00:00');

update size_tier set superseded_at = timestamp with time zone '2023-08-01 00:00:00+00:00' where id <= 6;
insert into size_tier (id, code, name_zh, name_en, lower_edge, recorded_at, superseded_at) values
    (101, 'small', '10亿以下', 'Under 1 billion', 0,
     timestamp with time zone '2023-08-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (102, 'large', '10亿以上', '1 billion and more', 1000000000,
     timestamp with time zone '2023-08-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00');

update registrar set code_year = 2023, last_code = 4;
update ledger_clock set recorded_at = timestamp with time zone '2023-08-01 00:00:00+00:00';

-- As far as the sequences had been read.
alter sequence exchange_rate_seq restart with 101;
alter sequence size_tier_seq restart with 201;
alter sequence investor_seq restart with 101;
alter sequence project_seq restart with 101;
alter sequence position_seq restart with 101;
alter sequence project_change_seq restart with 101;
