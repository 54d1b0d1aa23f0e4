-- quality: contacts of any month are found as fast as the latest.
drop index lost_contacts_listed;
create index lost_contacts_listed on lost_contacts (process, month desc, at desc, id desc);
