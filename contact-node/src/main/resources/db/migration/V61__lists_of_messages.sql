-- Newest first within a kind, so that a page of a list reads its rows and no others.
drop index case_message_type;
create index case_message_kind on case_message (type, stored_at desc, id desc);
