-- sales: by which way the link of a quote was sent, and by which message it leaves.
create table quote_sendings (
  id                  bigint      generated always as identity primary key,
  quote_id            bigint      not null references quotes,
  way                 text        not null check (way in ('email', 'telegram', 'vk')),
  -- Where it went; empty for a messenger, and once it is forgotten.
  recipient           text        not null default '',
  outgoing_message_id bigint      not null unique references outgoing_messages,
  sent_at             timestamptz not null,
  sent_by             bigint      references staff
);
create index quote_sendings_quote on quote_sendings (quote_id, id);
