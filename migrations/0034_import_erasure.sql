-- imports: an erasure looks for what imports noted of one subscriber.
create index import_changes_entity on import_changes (entity, entity_id);
