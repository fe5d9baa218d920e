-- Files that travel with messages. Runs on PostgreSQL and on H2.

-- The sealed bytes are in a folder of the node; what a file is called and the key to it rest under the key of its message.
create table attachment (
    member     varchar(2)               not null, -- on whose topic its chunks travel
    id         uuid                     not null, -- that its chunks bear
    message_id uuid                     not null, -- by which this node knows the message
    given_id   uuid                     not null, -- by which its sender knows it; the file is bound to it
    number     integer                  not null,
    chunks     integer                  not null,
    done       integer                  not null, -- chunks that are on the broker, or here
    have       bytea                    not null, -- which are here, one bit each
    state      varchar(12)              not null,
    since      timestamp with time zone not null,
    sealed     bytea                    not null,
    primary key (member, id)
);
create index attachment_message on attachment (message_id);
create index attachment_state on attachment (state);

-- How far each topic for attachments was read.
create table attachment_topic (
    topic       varchar(249) not null primary key,
    next_offset bigint       not null
);

-- Where chunks stood that no message had named when they came; read again once one does.
create table attachment_early (
    member       varchar(2)   not null,
    id           uuid         not null,
    topic        varchar(249) not null,
    first_offset bigint       not null,
    primary key (member, id)
);
