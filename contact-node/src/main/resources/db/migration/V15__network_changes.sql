-- What a node needs while its network changes around it. Runs on PostgreSQL and on H2.

-- The signed bytes of each version of the directory that was accepted, so that a restart needs no folder to hold them.
alter table directory_version add column signed bytea;

-- A record is known by where it came from as well as by its bytes: `digest` is of both, so that nobody who repeats
-- another's record on a topic of its own stands in that one's place. `record_digest` is of the bytes alone.
alter table inbox add column record_digest varchar(64);
update inbox set record_digest = digest;
alter table inbox alter column record_digest set not null;

-- Why a record waits, also when the quarantine keeps no more of its sender.
alter table inbox add column reason varchar(40);
update inbox set reason = (select quarantine.reason from quarantine where quarantine.inbox_id = inbox.id)
where state = 'PARKED';

-- Two members may give their messages the same id: here the second of them has one of this node's own, beside the one
-- that its sender gave it.
alter table case_message add column given_id uuid;
update case_message set given_id = id;
alter table case_message alter column given_id set not null;
create unique index case_message_given on case_message (partner, given_id);
