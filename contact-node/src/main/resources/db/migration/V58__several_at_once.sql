-- What an officer has marked as read on the desk, and who was told that a shift ends with items in hand. Runs on
-- PostgreSQL and on H2.
create table desk_read (
    officer char(32)                 not null references officer (id),
    item_id uuid                     not null references desk_item,
    read_at timestamp with time zone not null,
    primary key (officer, item_id)
);

create table shift_end_told (
    shift_id uuid                     not null, -- a shift to come may be taken out again
    stage    varchar(8)               not null, -- BEFORE or END
    items    integer                  not null,
    told_at  timestamp with time zone not null,
    primary key (shift_id, stage)
);
