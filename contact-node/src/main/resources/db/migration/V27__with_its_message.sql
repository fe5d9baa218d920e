-- What ends with a message that is taken back. Runs on PostgreSQL and on H2.

-- What people wrote about a message, and what they found, rests under the key of the message.
alter table case_event add column own_key boolean default false not null;
alter table return_assessment add column own_key boolean default false not null;

-- The message with which a request was answered, and whether it is the last word.
alter table case_event add column answer_id uuid;
alter table case_event add column answer_ends boolean default false not null;
