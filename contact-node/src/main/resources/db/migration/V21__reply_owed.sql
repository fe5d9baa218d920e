-- What was done on the desk while its sender could not be told. What was written stays, sealed, in the event.
-- Runs on PostgreSQL and on H2.
create table reply_owed (
    event_id   bigint      not null primary key references case_event,
    message_id uuid        not null references case_message,
    recipient  varchar(2)  not null,
    kind       varchar(24) not null,
    pseudonym  varchar(32) not null
);
create index reply_owed_message on reply_owed (message_id);
