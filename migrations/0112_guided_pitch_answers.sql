-- sales: what is answered in a guided sale is an answer to the pitch too, so that nobody is asked
-- twice; it may come without a conversation, and of several services in one.
alter table pitch_answers
  alter column conversation_id drop not null,
  add column guided_sale_id bigint references guided_sales,
  add check (conversation_id is not null or guided_sale_id is not null),
  drop constraint pitch_answers_conversation_id_key;
create unique index pitch_answers_conversation on pitch_answers (conversation_id, pitch_id)
  where conversation_id is not null;
create unique index pitch_answers_guided on pitch_answers (guided_sale_id, pitch_id)
  where guided_sale_id is not null;
