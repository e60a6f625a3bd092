-- What the latest writes changed in the ledger, until the rollup has taken it up: every write adds its rows, the fold removes
-- them. Nobody ever waits for a row of these.
create table position_delta (
    position_id bigint  not null,
    added       boolean not null,
    recorded_at timestamp(3) with time zone not null,
    constraint position_delta_pk primary key (position_id, added)
);

-- Dated deltas: by how much the stock of a stage, a status and one more value changes on the days of a span, and how many
-- entries those days have. The same changes are summed by day, by month and by year.
create table rollup (
    dimension   varchar(6)     not null,
    grain       varchar(5)     not null,
    first_day   date           not null,
    stage       varchar(17)    not null,
    status      varchar(9)     not null,
    member      varchar(64)    not null,
    stock_count bigint         not null,
    stock_cny   numeric(24, 2) not null,
    entry_count bigint         not null,
    entry_cny   numeric(24, 2) not null,
    constraint rollup_pk primary key (dimension, grain, first_day, stage, status, member),
    constraint rollup_dimension check (dimension in ('KEY', 'SIZE', 'SECTOR', 'ZONE')),
    constraint rollup_grain check (grain in ('DAY', 'MONTH', 'YEAR'))
);

-- Up to which moment of the ledger's clock everything is folded; none until it is built.
create table rollup_state (
    id        integer not null,
    folded_at timestamp(3) with time zone,
    constraint rollup_state_pk primary key (id),
    constraint rollup_state_is_one_row check (id = 1)
);
insert into rollup_state (id, folded_at) values (1, null);
