-- The days on which this contact point looks again how a person is whose case it has completed. Says nothing about the
-- person; what was found is a note in the case, sealed under the key of its message. Runs on PostgreSQL and on H2.
create table follow_up (
    id         uuid        not null primary key,
    message_id uuid        not null references case_message,
    due_on     date        not null,
    finding    varchar(24),                     -- code of list `follow-up-finding`; null while nobody has looked
    done_by    varchar(64),
    done_at    timestamp with time zone,
    constraint follow_up_day unique (message_id, due_on)
);
create index follow_up_open on follow_up (finding, due_on, id);
