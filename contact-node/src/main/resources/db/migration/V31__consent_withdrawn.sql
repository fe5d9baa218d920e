-- A person takes back what they agreed to. It travels, is applied and is attested as a recall is. Runs on PostgreSQL and on H2.

-- Codes of list consent-purpose, `POLICE_USE,COURT_USE`; null for what its owner takes back.
alter table recall add column purposes varchar(2100);
-- The day on which the person said so, in which language (ISO 639-3), and whether somebody interpreted.
alter table recall add column said_on date;
alter table recall add column language varchar(3);
alter table recall add column interpreter boolean;
-- The member that told us; null if it was recorded here.
alter table recall add column told_by varchar(2);
-- SHA-256 of the random name that the person has in the case, which rests in no column.
alter table recall add column person varchar(64);
create index recall_case on recall (case_ref);

-- All that was taken back is the ground of its event.
alter table case_event alter column ground set data type varchar(2100);
