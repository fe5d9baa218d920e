-- What an officer of ours does with a message that we sent concerns one of its recipients; and how long the answer's clock
-- stood still, which is part of answer_due. Runs on PostgreSQL and on H2.
alter table case_event add column toward varchar(2);
alter table desk_item add column stood_millis bigint default 0 not null;
