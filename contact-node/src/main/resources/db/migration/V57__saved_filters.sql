-- Filters of the list of cases that officers keep. Runs on PostgreSQL and on H2.
create table saved_filter (
    id        uuid                     not null primary key,
    officer   char(32)                 not null references officer (id),
    name      bytea                    not null, -- sealed
    narrowing varchar(400)             not null, -- codes and days, as in an address
    begins    boolean                  not null, -- whether the list begins with it
    saved_at  timestamp with time zone not null
);
create index saved_filter_officer on saved_filter (officer, saved_at);
