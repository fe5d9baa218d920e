-- What keeps one slow partner, partition or clock from holding up the others. Runs on PostgreSQL and on H2.

-- When something is due for a delivery that has no answer yet: a warning, giving up, or its end.
alter table delivery add column look_at timestamp with time zone;
update delivery set look_at = queued_at;
alter table delivery alter column look_at set not null;
create index delivery_due on delivery (answered, look_at);

-- What may stand in the way of later messages to a partner: numbers that it has not passed.
create index delivery_place on delivery (recipient, epoch, seq);

-- The receipt that tells a sender that its record was refused, to send it again when the record comes again.
alter table inbox add column receipt_id uuid;

-- Which replica publishes. It must say so again every few seconds, by the clock of the database.
create table publishing_turn (
    id         integer                  not null primary key,
    holder     varchar(36)              not null,
    held_until timestamp with time zone not null
);
insert into publishing_turn (id, holder, held_until)
values (1, 'nobody', timestamp with time zone '2000-01-01 00:00:00+00');

-- Receipts of messages that were stored while nothing could be sent to their sender.
create table receipt_owed (
    sender     varchar(2)               not null,
    msg_id     uuid                     not null,
    digest     varchar(64)              not null,
    chain_hash varchar(64)              not null,
    case_ref   varchar(14),
    mode       varchar(8)               not null,
    stored_at  timestamp with time zone not null,
    primary key (sender, msg_id)
);
create index receipt_owed_at on receipt_owed (stored_at);
