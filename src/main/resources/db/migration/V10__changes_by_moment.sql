-- The projects whose positions changed between two moments of the ledger's clock: every write of positions has a change of its project
-- with the same moment. Instances that keep the ledger in memory follow it by this index.
create index project_change_recorded_ix on project_change (recorded_at);
