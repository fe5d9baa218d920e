-- Which messages went to a sharing group, with its name and members as they were. Runs on PostgreSQL and on H2.
create table group_sending (
    message_id uuid         not null primary key,
    group_id   uuid         not null references sharing_group,
    revision   integer      not null,
    members    varchar(200) not null,
    name       bytea        not null -- encrypted
);
