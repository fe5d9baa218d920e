-- By when the sender asked for an answer: the clock of what we sent starts when the recipient's node has it, and is then
-- never later than that. Runs on PostgreSQL and on H2.
alter table desk_item add column asked_due timestamp with time zone;
