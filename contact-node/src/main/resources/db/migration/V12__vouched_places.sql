-- Where a record that was refused for its keys claims to stand, for a later and valid message to confirm. Runs on
-- PostgreSQL and on H2.
alter table inbox add column prev varchar(64);
