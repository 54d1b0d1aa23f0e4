-- conversations: which of two changes of one moment came later.
alter table messages add column edit_number bigint not null default 0;
