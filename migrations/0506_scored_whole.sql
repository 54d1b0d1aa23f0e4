-- retention: by which version, and as of when, everybody was scored last.
alter table risk_settings add column scored_version_id bigint references risk_versions (id);
alter table risk_settings add column scored_at timestamptz;
