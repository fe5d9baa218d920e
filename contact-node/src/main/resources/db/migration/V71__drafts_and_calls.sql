-- A draft that is saved from two pages: which one it was saved from last, and how often. Runs on PostgreSQL and on H2.
alter table draft add column revision integer default 0 not null;
alter table draft add column saved_by varchar(36); -- the page that saves it by itself; none after a button

-- Whom the ladder called, and with which notices, is forgotten some time after it is over; this finds it.
create index ladder_call_age on ladder_call (done_at);
create index ladder_notice_notice on ladder_notice (notice_id);
create index notice_age on notice (ended_at);
