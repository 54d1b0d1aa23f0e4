-- The address in a letter's From is what its writer says of himself. Where a mailbox is set to
-- believe its own server's check, a letter that did not pass it says so, and recognises nobody.
alter table messages add column is_unproven boolean not null default false;
