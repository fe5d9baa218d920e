-- What an officer opens a message for, where its sender allows it for more than one purpose.
create table purpose_stated (
    message_id uuid                     not null references case_message,
    officer    varchar(32)              not null,
    purpose    varchar(40)              not null, -- code of list `purpose`
    stated_at  timestamp with time zone not null,
    primary key (message_id, officer)
);
