-- What is searched is walked along by who reads it, so that what others read costs a reader nothing and tells nothing.
-- A letter for each of our roles that reads a message, see `Readers`: 'IDS'. Runs on PostgreSQL and on H2.
create table message_readers as
select m.id as message_id,
    case when m.read_as in ('CASE_ALERT', 'INFORMATION_REQUEST', 'INFORMATION_RESPONSE', 'ROUTE_REPORT',
        'MODUS_OPERANDI_REPORT') and m.protection_only = false and m.closed_to not like '%,INVESTIGATOR,%'
        then 'I' else '' end
    || case when m.read_as in ('VICTIM_ASSISTANCE_REQUEST', 'VICTIM_REFERRAL', 'IDENTITY_VERIFICATION',
        'IDENTITY_VERIFICATION_ANSWER') and m.closed_to not like '%,CONSULAR,%' then 'C' else '' end
    || case when m.read_as in ('VICTIM_ASSISTANCE_REQUEST', 'VICTIM_REFERRAL', 'IDENTITY_VERIFICATION',
        'IDENTITY_VERIFICATION_ANSWER') and m.closed_to not like '%,CASE_WORKER,%' then 'W' else '' end
    || case when m.read_as in ('ROUTE_REPORT', 'MODUS_OPERANDI_REPORT') and m.protection_only = false
        and m.closed_to not like '%,ANALYST,%' then 'A' else '' end
    || case when m.read_as in ('CASE_ALERT', 'INFORMATION_REQUEST', 'INFORMATION_RESPONSE', 'ROUTE_REPORT',
        'MODUS_OPERANDI_REPORT', 'VICTIM_ASSISTANCE_REQUEST', 'VICTIM_REFERRAL', 'IDENTITY_VERIFICATION',
        'IDENTITY_VERIFICATION_ANSWER') and m.closed_to not like '%,DUTY,%' then 'D' else '' end
    || case when m.read_as in ('CASE_ALERT', 'INFORMATION_REQUEST', 'INFORMATION_RESPONSE', 'ROUTE_REPORT',
        'MODUS_OPERANDI_REPORT', 'VICTIM_ASSISTANCE_REQUEST', 'VICTIM_REFERRAL', 'IDENTITY_VERIFICATION',
        'IDENTITY_VERIFICATION_ANSWER') and m.closed_to not like '%,SUPERVISOR,%' then 'S' else '' end as readers
from case_message m;
create unique index message_readers_message on message_readers (message_id);

alter table case_term add column readers varchar(8) default '' not null;
update case_term set readers =
    (select r.readers from message_readers r where r.message_id = case_term.message_id);
drop index case_term_newest;
create index case_term_newest on case_term (term, readers, stored_at desc, message_id desc);

-- Likewise within a state.
alter table desk_item add column readers varchar(8) default '' not null;
update desk_item set readers =
    (select r.readers from message_readers r where r.message_id = desk_item.message_id);
drop index desk_item_state;
create index desk_item_state on desk_item (state, readers, received_at desc, message_id desc);

-- Each combination that there is or was.
create table readers_known (
    readers varchar(8) not null primary key
);
insert into readers_known (readers) select distinct readers from message_readers;
drop table message_readers;

-- For each case and code one row for each combination of readers of messages that have it; the code 'any' for all.
drop table case_code;
create table case_code (
    reference  varchar(14)              not null references case_file,
    code       varchar(80)              not null,
    readers    varchar(8)               not null,
    changed_at timestamp with time zone not null, -- of the case
    primary key (reference, code, readers)
);
create index case_code_newest on case_code (code, readers, changed_at desc, reference desc);
insert into case_code (reference, code, readers, changed_at)
select distinct t.reference, t.term, t.readers, f.changed_at
from case_term t join case_file f on f.reference = t.reference
where t.term like 'message-type.%' or t.term like 'country.%' or t.term like 'urgency.%' or t.term like 'off-desk.%';
insert into case_code (reference, code, readers, changed_at)
select distinct t.reference, 'any', t.readers, f.changed_at
from case_term t join case_file f on f.reference = t.reference;
insert into case_code (reference, code, readers, changed_at)
select distinct i.reference, 'business-state.' || i.state, i.readers, f.changed_at
from desk_item i join case_file f on f.reference = i.reference;
