-- sales: a stage goes out of use as a pipeline does; those that were won or lost in it stay there.
alter table pipeline_stages add column archived_at timestamptz;
