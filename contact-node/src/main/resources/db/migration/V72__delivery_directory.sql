-- By which version of the directory each message went: both sides count its clocks by the calendars in it, whatever
-- versions came since. What was sent before went by a version that this node trusts already. Runs on PostgreSQL and on H2.
alter table delivery add column directory_version integer;
update delivery set directory_version = coalesce((select max(v.version) from directory_version v), 1);
alter table delivery alter column directory_version set not null;
