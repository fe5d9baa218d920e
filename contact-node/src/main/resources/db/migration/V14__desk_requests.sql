-- Notes that were asked for, by the form or call that asked: repeated, it writes and sends nothing again.
create table desk_request (
    officer     varchar(64)              not null,
    request_key varchar(128)             not null,
    item_id     uuid                     not null,
    asked_at    timestamp with time zone not null,
    primary key (officer, request_key)
);
create index desk_request_age on desk_request (asked_at);

-- When a partner was given up, for what the desk says about its reach.
create index delivery_given_up on delivery (recipient, state, refused_at);
