-- Figures are counted in memory, and the sums that were kept beside the ledger are gone. They were derived of the ledger and held no fact.
--
-- Instances of an older release may still run beside this one on PostgreSQL. Without a moment in this row they count by scans of the
-- ledger, which are exact, and they cannot build the sums anew, since their table is gone. They go on adding to position_delta, which
-- nobody reads. A later release drops both tables, see docs/adr/0027-figures-in-memory-columns.md. The row comes first: a fold of an
-- older instance locks it before it writes the sums, so that neither waits for the other.
update rollup_state set folded_at = null;
drop table if exists rollup;
delete from position_delta;
