-- Portable SQL for H2 and PostgreSQL. Never edited once released: later changes are later files.

create table ledger_clock (
    id          integer not null,
    recorded_at timestamp(3) with time zone not null,
    constraint ledger_clock_pk primary key (id),
    constraint ledger_clock_is_one_row check (id = 1)
);
insert into ledger_clock (id, recorded_at) values (1, timestamp with time zone '2000-01-01 00:00:00+00:00');

create table sector (
    code    varchar(64)  not null,
    name_zh varchar(100) not null,
    name_en varchar(100) not null,
    active  boolean      not null,
    version integer      not null,
    constraint sector_pk primary key (code)
);

create table zone (
    code    varchar(64)  not null,
    name_zh varchar(100) not null,
    name_en varchar(100) not null,
    active  boolean      not null,
    version integer      not null,
    constraint zone_pk primary key (code)
);

create table department (
    code        varchar(64)  not null,
    parent_code varchar(64),
    name_zh     varchar(100) not null,
    name_en     varchar(100) not null,
    active      boolean      not null,
    version     integer      not null,
    constraint department_pk primary key (code),
    constraint department_parent_fk foreign key (parent_code) references department (code)
);

create sequence exchange_rate_seq start with 1 increment by 50;
create table exchange_rate (
    id       bigint         not null,
    currency varchar(3)     not null,
    on_day   date           not null,
    rate     numeric(18, 8) not null,
    version  integer        not null,
    constraint exchange_rate_pk primary key (id),
    constraint exchange_rate_once_a_day unique (currency, on_day),
    constraint exchange_rate_is_positive check (rate > 0),
    constraint exchange_rate_is_foreign check (currency <> 'CNY')
);

-- The list of size tiers is on the clock: replaced whole, each list known from recorded_at until superseded_at.
create sequence size_tier_seq start with 101 increment by 50;
create table size_tier (
    id            bigint         not null,
    code          varchar(64)    not null,
    name_zh       varchar(100)   not null,
    name_en       varchar(100)   not null,
    lower_edge    numeric(20, 2) not null,
    recorded_at   timestamp(3) with time zone not null,
    superseded_at timestamp(3) with time zone not null,
    constraint size_tier_pk primary key (id),
    constraint size_tier_code_once unique (superseded_at, code),
    constraint size_tier_edge_once unique (superseded_at, lower_edge),
    constraint size_tier_edge_from_zero check (lower_edge >= 0),
    constraint size_tier_clock check (recorded_at < superseded_at)
);

create sequence investor_seq start with 1 increment by 50;
create table investor (
    id      bigint       not null,
    name    varchar(200) not null,
    version integer      not null,
    constraint investor_pk primary key (id),
    constraint investor_name_once unique (name)
);

-- One registration at a time: its row is locked while codes, investors and catalogue entries are looked up and made.
create table registrar (
    id        integer not null,
    code_year integer not null,
    last_code integer not null,
    constraint registrar_pk primary key (id),
    constraint registrar_is_one_row check (id = 1)
);
insert into registrar (id, code_year, last_code) values (1, 2000, 0);

-- What is not on the ledger: identity and description. A project registered by mistake keeps its row and its code.
create sequence project_seq start with 1 increment by 50;
create table project (
    id        bigint       not null,
    code      varchar(64)  not null,
    name      varchar(200) not null,
    land_area numeric(14, 2),
    jobs      integer,
    summary   varchar(4000),
    deleted   boolean      not null,
    version   integer      not null,
    constraint project_pk primary key (id),
    constraint project_code_once unique (code),
    constraint project_land_area_from_zero check (land_area >= 0),
    constraint project_jobs_from_zero check (jobs >= 0)
);
create index project_name_ix on project (name, id);

-- The ledger. Rows are never changed but for superseded_at, once; a trigger sees to it. No foreign keys to the catalogues:
-- each would cost every insert an index; who names or removes a code is let in one at a time (registrar).
create sequence position_seq start with 1 increment by 50;
create table position (
    id              bigint  not null,
    project_id      bigint  not null,
    from_day        date    not null,
    to_day          date    not null,
    ordinal         integer not null,
    entry           boolean not null,
    entry_precision varchar(7),
    stage           varchar(17) not null,
    stage_since     date,
    status          varchar(9)  not null,
    status_reason   varchar(500),
    amount          numeric(15, 2),
    currency        varchar(3),
    rate            numeric(18, 8),
    cny             numeric(20, 2) not null,
    sector_code     varchar(64),
    zone_code       varchar(64),
    department_code varchar(64),
    origin          varchar(15),
    agreement       varchar(9),
    key_project     boolean not null,
    investor_id     bigint,
    leader          varchar(100),
    officer         varchar(100),
    recorded_at     timestamp(3) with time zone not null,
    superseded_at   timestamp(3) with time zone not null,
    constraint position_pk primary key (id),
    constraint position_tiles_once unique (project_id, superseded_at, from_day, ordinal),
    constraint position_project_fk foreign key (project_id) references project (id),
    constraint position_span check (from_day <= to_day),
    constraint position_clock check (recorded_at < superseded_at),
    constraint position_entry_precision check (
        (entry and entry_precision in ('DAY', 'MONTH', 'QUARTER', 'YEAR')) or (not entry and entry_precision is null)),
    constraint position_stage check (stage in ('UNDER_NEGOTIATION', 'SIGNED', 'GROUNDBREAKING', 'COMPLETED')),
    constraint position_status check (status in ('ACTIVE', 'SUSPENDED', 'WITHDRAWN')),
    constraint position_status_reason check ((status = 'ACTIVE') = (status_reason is null)),
    constraint position_origin check (origin in ('LOCAL', 'OUT_OF_PROVINCE', 'FOREIGN')),
    constraint position_agreement check (agreement in ('FRAMEWORK', 'FORMAL')),
    constraint position_agreement_needs_signing check (stage <> 'UNDER_NEGOTIATION' or agreement is null),
    constraint position_investment check (
        (amount is null and currency is null and rate is null and cny = 0)
        or (amount >= 0 and currency is not null and rate > 0 and cny >= 0))
);
-- The entries of a period, and lists by investment. An index that begins with to_day or superseded_at would lead the
-- embedded database to fetch most rows one by one where a scan is faster.
create index position_flow_ix on position (entry, from_day, stage);
create index position_investment_ix on position (cny, project_id);

-- What was done to a project, and to which of its values: its history. Rows are only ever added.
create sequence project_change_seq start with 1 increment by 50;
create table project_change (
    id           bigint      not null,
    project_id   bigint      not null,
    kind         varchar(14) not null,
    stage        varchar(17),
    effective_on date,
    note         varchar(500),
    reverses_id  bigint,
    field_values varchar(20000) not null,
    recorded_at  timestamp(3) with time zone not null,
    constraint project_change_pk primary key (id),
    constraint project_change_project_fk foreign key (project_id) references project (id),
    constraint project_change_reverses_fk foreign key (reverses_id) references project_change (id),
    constraint project_change_reversed_once unique (reverses_id),
    constraint project_change_kind check (
        kind in ('REGISTERED', 'MOVED', 'REVERSED', 'AMENDED', 'STATUS_CHANGED', 'CORRECTED', 'DELETED'))
);
create index project_change_project_ix on project_change (project_id, id);

-- What a new installation starts with; the bureau edits both.
insert into sector (code, name_zh, name_en, active, version) values
    ('equipment', '装备制造', 'Equipment manufacturing', true, 0),
    ('automotive', '汽车及零部件', 'Automotive and parts', true, 0),
    ('new-energy-vehicles', '新能源汽车', 'New-energy vehicles', true, 0),
    ('semiconductors', '集成电路', 'Semiconductors', true, 0),
    ('electronics', '电子信息', 'Electronics and information', true, 0),
    ('software', '软件和信息服务', 'Software and information services', true, 0),
    ('new-energy', '新能源', 'New energy', true, 0),
    ('new-materials', '新材料', 'New materials', true, 0),
    ('biomedicine', '生物医药', 'Biomedicine', true, 0),
    ('chemicals', '化工', 'Chemicals', true, 0),
    ('food', '食品加工', 'Food processing', true, 0),
    ('agriculture', '现代农业', 'Modern agriculture', true, 0),
    ('building-materials', '建材', 'Building materials', true, 0),
    ('metals', '金属冶炼及加工', 'Metals', true, 0),
    ('textiles', '纺织服装', 'Textiles and clothing', true, 0),
    ('environment', '节能环保', 'Energy saving and environment', true, 0),
    ('aerospace', '航空航天', 'Aerospace', true, 0),
    ('logistics', '现代物流', 'Logistics', true, 0),
    ('services', '现代服务', 'Modern services', true, 0),
    ('culture-tourism', '文化旅游', 'Culture and tourism', true, 0),
    ('infrastructure', '基础设施', 'Infrastructure', true, 0),
    ('other', '其他', 'Other', true, 0);

insert into size_tier (id, code, name_zh, name_en, lower_edge, recorded_at, superseded_at) values
    (1, 'under-100m', '1亿以下', 'Under 100 million', 0,
     timestamp with time zone '2000-01-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (2, '100m-500m', '1–5亿', '100 to 500 million', 100000000,
     timestamp with time zone '2000-01-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (3, '500m-1b', '5–10亿', '500 million to 1 billion', 500000000,
     timestamp with time zone '2000-01-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (4, '1b-5b', '10–50亿', '1 to 5 billion', 1000000000,
     timestamp with time zone '2000-01-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (5, '5b-10b', '50–100亿', '5 to 10 billion', 5000000000,
     timestamp with time zone '2000-01-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00'),
    (6, '10b-up', '100亿以上', '10 billion and more', 10000000000,
     timestamp with time zone '2000-01-01 00:00:00+00:00', timestamp with time zone '9999-12-31 00:00:00+00:00');
