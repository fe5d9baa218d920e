-- What searches and lists of cases read besides the messages is written after them, for many at once. Runs on
-- PostgreSQL and on H2.

-- What has changed and is not yet found so.
create table case_unindexed (
    id         bigint generated always as identity primary key,
    reference  varchar(14) not null, -- of the case
    message_id uuid                  -- in it; null when only the case changed
);
insert into case_unindexed (reference, message_id)
select m.reference, u.message_id from case_untermed u join case_message m on m.id = u.message_id;
drop table case_untermed;

-- Who writes it holds this row.
create table case_index (
    id integer not null primary key
);
insert into case_index (id) values (1);
