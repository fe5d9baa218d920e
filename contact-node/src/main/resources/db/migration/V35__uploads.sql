-- Files on their way from a browser or program into a message that is being written. Runs on PostgreSQL and on H2.

-- The bytes are in a folder of the node, and the name here, under the key of the message that is being written.
create table upload (
    id         uuid                     not null primary key,
    message_id uuid                     not null,
    reference  varchar(14)              not null,
    number     integer                  not null,
    length     bigint                   not null,
    received   bigint                   not null,
    state      varchar(12)              not null,
    reason     varchar(20),             -- why it does not travel
    kind       varchar(8),              -- what it is
    remains    varchar(80),             -- what it still tells about its maker
    scanned    boolean                  not null,
    since      timestamp with time zone not null,
    sealed     bytea                    not null,
    unique (message_id, number)
);
