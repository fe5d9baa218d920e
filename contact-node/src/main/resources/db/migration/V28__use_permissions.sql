-- May what another provided be used otherwise? Runs on PostgreSQL and on H2.

-- As a message of which kind it is read: its own, and for a question about the use of a message that of the message.
alter table case_message add column read_as varchar(40);
update case_message set read_as = type;
alter table case_message alter column read_as set not null;
alter table desk_item add column read_as varchar(40);
update desk_item set read_as = type;
alter table desk_item alter column read_as set not null;

create table use_permission (
    request_id  uuid not null primary key references case_message,
    message_id  uuid not null references case_message -- whose use is asked for
);
create index use_permission_message on use_permission (message_id);
