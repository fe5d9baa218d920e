-- Files between the people and the network. Runs on PostgreSQL and on H2.

-- What a program has begun to upload for a message that it has yet to send.
create table file_set (
    id         uuid                     not null primary key,
    owner      varchar(64)              not null,
    message_id uuid                     not null unique,
    reference  varchar(14)              not null, -- of the case in which the message will stand
    begun_at   timestamp with time zone not null
);
create index file_set_begun on file_set (begun_at);

-- Who asked that a file is let through which nobody has scanned; somebody else decides.
create table file_asked (
    message_id uuid                     not null, -- by which this node knows the message
    number     integer                  not null,
    officer    varchar(64)              not null,
    asked_at   timestamp with time zone not null,
    primary key (message_id, number)
);
