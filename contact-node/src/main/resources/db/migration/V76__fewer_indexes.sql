-- Each index of a table is a tree that every message writes. What hardly any row has, or another index answers too, has
-- none any more. Runs on PostgreSQL and on H2.

-- What its sender is to be told of: only of messages whose parts somebody opened.
create table openings_owed (
    message_id uuid                     not null primary key references case_message,
    due        timestamp with time zone not null
);
create index openings_owed_due on openings_owed (due);
insert into openings_owed (message_id, due)
select id, openings_due from case_message where openings_due is not null;
drop index case_message_openings_due;
alter table case_message drop column openings_due;

-- What is not answered is found by the index of what has to be looked at.
drop index delivery_open;

-- What was given up, whatever state everything else is in.
drop index delivery_given_up;
create index delivery_refused on delivery (recipient, refused_at);

-- What waits is read whole, through the index by what changed.
drop index desk_item_due;

-- The items of a case are found by its messages.
drop index desk_item_case;
