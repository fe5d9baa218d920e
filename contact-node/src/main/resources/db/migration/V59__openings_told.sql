-- The sender of a message is told how often what it says about persons was opened here.
alter table case_message add column openings_due timestamp with time zone; -- when; null while there is nothing new
alter table case_message add column openings_told timestamp with time zone;

create index case_message_openings_due on case_message (openings_due);
