import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { noticeSenders } from '../slots.ts';
import { spokenDay, spokenSum } from '../spoken.ts';
import { movesOn } from './told-in-time.ts';

type Untold = {
  changeId: number;
  subscriptionId: number;
  accountId: number;
  subscriberId: number;
  words: string;
  fromOn: string;
  product: string;
  currency: string;
  beforeMinor: number;
  afterMinor: number;
};

/** Messages of one transaction. */
const CHUNK = 100;

/**
 * Tells some of those whom announced changes touch, each once; whom no channel reaches is left to a
 * person. Whoever hears of it late is moved as many days later. @returns whether there may be more
 */
export async function tellTouched(ctx: Ctx): Promise<boolean> {
  // price_changes_open, price_moves_untold, accounts_pkey, subscribers_pkey
  const { rows } = await sql<Untold>`
    select m.price_change_id as change_id, m.subscription_id, m.account_id,
           own.root_id as subscriber_id, c.words, ${await movesOn(ctx)} as from_on, p.name as product, b.currency,
           b.monthly_fee_minor as before_minor, n.monthly_fee_minor as after_minor
    from   price_changes c
    join   price_moves m on m.price_change_id = c.id and m.told_at is null
    join   accounts a on a.id = m.account_id
    join   subscribers own on own.id = a.subscriber_id
    join   product_versions b on b.id = c.from_version_id
    join   product_versions n on n.id = c.to_version_id
    join   products p on p.id = b.product_id
    where  c.state = 'announced'
    order  by m.price_change_id, m.subscription_id limit ${CHUNK}
    for    no key update of m skip locked`.execute(ctx.db);
  const told = [];
  for (const one of rows) told.push({ one, sent: await send(ctx, one) });
  const json = JSON.stringify(
    told.map(({ one, sent }) => ({ ...one, way: sent?.way, messageId: sent?.outgoingMessageId })),
  );
  await sql`
    update price_moves m
    set    told_at = ${ctx.clock.now()}, way = t.way, outgoing_message_id = t."messageId",
           moves_on = case when t.way is not null then t."fromOn" end
    from   jsonb_to_recordset(${json}::jsonb) as t("changeId" bigint, "subscriptionId" bigint,
             way text, "messageId" bigint, "fromOn" date)
    where  m.price_change_id = t."changeId" and m.subscription_id = t."subscriptionId"`.execute(
    ctx.db,
  );
  await emitMany(
    ctx,
    told.map(({ one, sent }) => ({
      type: sent ? 'billing.price_change_told' : 'billing.price_change_untold',
      subject: { kind: 'account', id: one.accountId },
      subscriberId: one.subscriberId,
      facts: {
        product: one.product,
        beforeMinor: one.beforeMinor,
        afterMinor: one.afterMinor,
        currency: one.currency,
        fromOn: one.fromOn,
      },
    })),
    { isTold: false },
  );
  return rows.length === CHUNK;
}

async function send(ctx: Ctx, one: Untold) {
  const own = { ...ctx, language: ctx.operator.language };
  const text = one.words
    .replaceAll(/\[(услуга|product)\]/g, () => one.product)
    .replaceAll(/\[(было|before)\]/g, () => spokenSum(own, one.beforeMinor, one.currency))
    .replaceAll(/\[(станет|after)\]/g, () => spokenSum(own, one.afterMinor, one.currency))
    .replaceAll(/\[(день|day)\]/g, () => spokenDay(own, one.fromOn));
  for (const { piece } of noticeSenders.fills) {
    const sent = await piece(ctx, { subscriberId: one.subscriberId, text });
    if (sent) return sent;
  }
  return null;
}
