-- Officers as the list of officers has them, and what is forgotten in time.

-- The password hash that the list gave last. Where it gives another, the password is set back to it.
alter table officer add column listed_hash varchar(200);

create index sign_in_tries_age on sign_in_tries (last_at);
create index signed_in_age on signed_in (began_at);
create index draft_age on draft (saved_at);
