-- A search and a list of cases read what they show in the order in which they show it. Runs on PostgreSQL and on H2.

-- Newest first within a term.
alter table case_term add column stored_at timestamp with time zone;
update case_term set stored_at = (select m.stored_at from case_message m where m.id = case_term.message_id);
alter table case_term alter column stored_at set not null;
drop index case_term_found;
create index case_term_newest on case_term (term, stored_at desc, message_id desc);

-- What never was on the desk is as it was when it came or was sent, and is found by a term that no officer types.
insert into case_term (term, message_id, reference, stored_at)
select 'off-desk.' || m.side, m.id, m.reference, m.stored_at
from case_message m where not exists (select 1 from desk_item i where i.message_id = m.id);

-- Likewise within a state: an item came when its message did.
drop index desk_item_state;
create index desk_item_state on desk_item (state, received_at desc, message_id desc);
create index desk_item_case on desk_item (reference, state);

-- What a list of cases is narrowed by: the kinds, countries, urgencies and states of what is in a case. A code may stay
-- when a correction took it from the last message that had it: the messages decide.
create table case_code (
    reference  varchar(14)              not null references case_file,
    code       varchar(80)              not null,
    changed_at timestamp with time zone not null, -- of the case
    primary key (reference, code)
);
create index case_code_newest on case_code (code, changed_at desc, reference desc);
insert into case_code (reference, code, changed_at)
select distinct t.reference, t.term, f.changed_at from case_term t join case_file f on f.reference = t.reference
where t.term like 'message-type.%' or t.term like 'country.%' or t.term like 'urgency.%' or t.term like 'off-desk.%';
insert into case_code (reference, code, changed_at)
select distinct i.reference, 'business-state.' || i.state, f.changed_at
from desk_item i join case_file f on f.reference = i.reference;
