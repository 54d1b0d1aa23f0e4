import { sql } from 'kysely';
import { innerSource, receivePayment } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { cardNumber, type CardState } from '../api/kinds.ts';
import { hashPins } from '../batches/pins.ts';

export type Holder = { id: number; number: string; currency: string; subscriberId: number };
export type Activated = { card: string; amountMinor: number; currency: string; account: string };

type Card = {
  batchId: number;
  number: number;
  series: string;
  valueMinor: number;
  currency: string;
  state: CardState;
  isBlocked: boolean;
  isOver: boolean;
  accountId: number | null;
};

/**
 * Credits a card to an account, in the caller's transaction. The card's row is locked by its PIN
 * first: of two at once the second finds it activated, and a card's number is a payment's number,
 * which credits once. To the account that has it already it answers as before, for the first answer
 * may have been lost.
 * Fails with `dealers.no_such_pin`, `dealers.card_used`, `dealers.card_over`,
 * `dealers.card_blocked`, `dealers.card_not_sold` and `dealers.other_currency`
 */
export async function activateCard(
  ctx: Ctx,
  pin: string,
  account: Holder,
): Promise<Result<Activated>> {
  const card = await lockCard(ctx, pin);
  if (!card) return fail('dealers.no_such_pin');
  const { batchId, number, series, valueMinor: amountMinor, currency } = card;
  const activated = {
    card: cardNumber(series, number),
    amountMinor,
    currency,
    account: account.number,
  };
  if (card.accountId === account.id) return ok(activated);
  const refusal = refuse(card, account);
  if (refusal) return refusal;
  await sql`
    update cards set state = 'activated', account_id = ${account.id},
           activated_at = ${ctx.clock.now()}
    where  batch_id = ${batchId} and number = ${number}`.execute(ctx.db);
  const received = await receivePayment(ctx, {
    source: await innerSource(ctx, 'cards', currency),
    externalId: activated.card,
    account,
    accountGiven: account.number,
    amountMinor,
    paidAt: ctx.clock.now(),
    staffId: staffIdOf(ctx.actor),
  });
  if (!received.ok) return received;
  await emit(ctx, {
    type: 'dealers.card_activated',
    subject: { kind: 'account', id: account.id },
    subscriberId: account.subscriberId,
    facts: { card: activated.card, account: account.number, amountMinor, currency },
  });
  return ok(activated);
}

async function lockCard(ctx: Ctx, pin: string): Promise<Card | null> {
  // cards_pin (pin_hash), card_batches_pkey
  const { rows } = await sql<Card>`
    select c.batch_id, c.number, b.series, b.value_minor, b.currency, c.state, c.is_blocked,
           c.account_id, b.valid_until < ${today(ctx)} as is_over
    from   cards c join card_batches b on b.id = c.batch_id
    where  c.pin_hash = ${hashPins(ctx)(pin)} for no key update of c`.execute(ctx.db);
  return rows[0] ?? null;
}

function refuse(card: Card, account: Holder): Fail | null {
  if (card.state === 'activated') return fail('dealers.card_used');
  if (card.state === 'expired' || card.isOver) return fail('dealers.card_over');
  if (card.isBlocked) return fail('dealers.card_blocked');
  if (card.state !== 'sold') return fail('dealers.card_not_sold');
  return card.currency === account.currency ? null : fail('dealers.other_currency');
}
