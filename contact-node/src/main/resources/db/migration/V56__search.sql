-- By which codes a message is found: what lists show of it, and nothing that rests sealed. Runs on PostgreSQL and on H2.
create table case_term (
    term       varchar(80) not null, -- list and code, 'country.MX'; '00.' and the last part of the number of its case
    message_id uuid        not null references case_message,
    reference  varchar(14) not null, -- of its case
    primary key (message_id, term)
);
create index case_term_found on case_term (term, message_id, reference);

-- What was here before, until the node has gone through it.
create table case_untermed (
    message_id uuid not null primary key references case_message
);
insert into case_untermed (message_id) select id from case_message;

-- One for each order that a list or a search asks for.
create index case_message_stored on case_message (stored_at, id);
create index desk_item_state on desk_item (state, message_id);
