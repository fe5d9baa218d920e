-- What systems that use the API are told. Runs on PostgreSQL and on H2.
create table webhook (
    name        varchar(40) not null primary key,
    last_number bigint      not null,             -- of the last event that was tried
    paused_at   timestamp with time zone
);

create table webhook_event (
    place      bigint generated always as identity primary key,
    id         uuid        not null unique,       -- by which the receiver knows it again
    webhook    varchar(40) not null references webhook (name),
    kind       varchar(24) not null,
    reference  varchar(14) not null,
    message_id uuid        not null,
    number     bigint,                            -- given when it is first tried
    made_at    timestamp with time zone not null,
    state      varchar(8)  not null,
    attempts   integer     not null,
    tried_at   timestamp with time zone,          -- for the first time
    next_at    timestamp with time zone,          -- when it is tried; none once it has ended
    ended_at   timestamp with time zone,
    reason     varchar(24)                        -- why it did not go
);
create index webhook_event_next on webhook_event (webhook, next_at);
create index webhook_event_state on webhook_event (webhook, state, place);
