-- Messages that are being written, and what API clients have asked to be sent. Runs on PostgreSQL and on H2.

create table draft (
    id         uuid                     not null primary key,
    owner      varchar(64)              not null,
    type       varchar(40)              not null,
    message_id uuid                     not null unique,
    reference  varchar(14)              not null,
    typed      bytea                    not null,
    saved_at   timestamp with time zone not null,
    sent       boolean                  not null
);
create index draft_open on draft (owner, sent, type, saved_at);

create table sending_request (
    officer         varchar(64)              not null,
    idempotency_key varchar(128)             not null,
    digest          varchar(64)              not null,
    message_id      uuid                     not null,
    reference       varchar(14)              not null,
    asked_at        timestamp with time zone not null,
    primary key (officer, idempotency_key)
);
create index sending_request_age on sending_request (asked_at);
