-- Letting an unverified caller through, and the settings of the desk, are permissions of their own.
-- Whoever could do it before still can; a built-in role is not given it anew where it was taken.
update roles
set    permissions = permissions || jsonb_build_object('conversations.let_through',
                                                       permissions -> 'conversations.work')
where  permissions ? 'conversations.work';
update roles
set    permissions = permissions || jsonb_build_object('conversations.settings',
                                                       permissions -> 'norms.edit')
where  permissions ? 'norms.edit';
update roles set offered = offered || 'conversations.let_through'::text
where  'conversations.work' = any(offered);
update roles set offered = offered || 'conversations.settings'::text
where  'norms.edit' = any(offered);
