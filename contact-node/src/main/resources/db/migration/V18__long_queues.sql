-- What the timers look for is found by an index, however much is kept. Runs on PostgreSQL and on H2.

-- Whether the bytes of a message are still there, to publish them again.
alter table outbox add column kept boolean;
update outbox set kept = (envelope is not null);
alter table outbox alter column kept set not null;
create index outbox_kept on outbox (kept, message_type, queued_at);

-- What was acted on or refused so long ago that nobody repeats it.
create index inbox_age on inbox (state, received_at);
