-- When something last changed that lists show and figures do not: a name, a summary, an area.
alter table ledger_clock add column described_at timestamp(3) with time zone
    default timestamp with time zone '2000-01-01 00:00:00+00:00' not null;
