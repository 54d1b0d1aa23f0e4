-- work: many rows of any list are changed at once, not of subscribers alone.
alter table bulk_changes add column entity text not null default 'subscribers';
alter table bulk_changes alter column entity drop default;
alter table bulk_change_rows drop constraint bulk_change_rows_subscriber_id_fkey;
alter table bulk_change_rows rename column subscriber_id to row_id;
alter index bulk_change_rows_subscriber rename to bulk_change_rows_row;
