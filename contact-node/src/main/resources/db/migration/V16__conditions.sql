-- Which officer has read the condition (handling H3) of which message. Until then the message does not open to that
-- officer. Runs on PostgreSQL and on H2.
create table condition_read (
    message_id uuid                     not null references case_message,
    officer    varchar(32)              not null,
    read_at    timestamp with time zone not null,
    primary key (message_id, officer)
);
