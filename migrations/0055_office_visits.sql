-- conversations: whoever comes to the office is touched by being heard.
alter table conversations drop constraint conversations_touch_kind_check;
alter table conversations add constraint conversations_touch_kind_check
  check (touch_kind in ('call', 'message', 'visit'));
