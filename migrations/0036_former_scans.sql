-- The scan that another took the place of: for a month it can be put back, then it goes for good.
alter table documents
  add column former_file_id bigint references files (id),
  add column replaced_at    timestamptz;
create index documents_replaced on documents (replaced_at) where former_file_id is not null;
