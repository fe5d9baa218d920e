-- What its holders say about a message: that they met with what it tells of, and what it should say instead. Runs on PostgreSQL and
-- on H2.

create table message_remark (
    remark_id  uuid not null primary key references case_message,
    message_id uuid not null references case_message, -- of which it speaks
    given_id   uuid not null                          -- the version of it, as its owner knows it
);
create index message_remark_message on message_remark (message_id);
