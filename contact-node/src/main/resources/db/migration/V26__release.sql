-- What waits for a second person, and what one still has to look at. Whatever says something about a person, the reasons
-- that people typed included, is sealed. Runs on PostgreSQL and on H2.
alter table draft add column waiting boolean default false not null;

create table release_item (
    message_id      uuid                     not null primary key,
    draft_id        uuid,                             -- of the console; null for what came through the API
    writer          varchar(64)              not null,
    type            varchar(40)              not null,
    read_as         varchar(40)              not null,
    urgency         varchar(16)              not null,
    reference       varchar(14)              not null,
    protection_only boolean                  not null,
    closed_to       varchar(400)             not null,
    state           varchar(24)              not null,
    since           timestamp with time zone not null, -- when it came into its state
    due_at          timestamp with time zone,          -- of the review that is owed
    decided_by      varchar(64),
    kept            bytea,                            -- the message as it was asked for
    returned        bytea                             -- the version that was returned last
);
create index release_item_state on release_item (state, since);
create index release_item_writer on release_item (writer);

create table release_step (
    id         bigint generated always as identity primary key,
    message_id uuid                     not null references release_item on delete cascade,
    kind       varchar(24)              not null,
    officer    varchar(64)              not null,
    at         timestamp with time zone not null,
    sealed     bytea                              -- what was written
);
create index release_step_message on release_step (message_id);
