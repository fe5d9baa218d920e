-- What the pages of operators and auditors ask for, in the order in which they show it. Runs on PostgreSQL and on H2.

drop index quarantine_at;
create index quarantine_newest on quarantine (at desc, inbox_id desc);
create index quarantine_reason on quarantine (reason);

create index audit_entry_actor on audit_entry (actor, seq desc);
create index audit_entry_action on audit_entry (action, seq desc);
create index audit_entry_object on audit_entry (object_id, seq desc);
create index audit_entry_at on audit_entry (at);
