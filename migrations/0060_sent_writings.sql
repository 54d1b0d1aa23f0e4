-- work: the latest pieces that were sent, for a slow line brings saves of each of them late.
alter table drafts add column sent_writings text[] not null default '{}';
update drafts set sent_writings = array[sent_writing] where sent_writing <> '';
alter table drafts drop column sent_writing;
