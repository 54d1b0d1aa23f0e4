import { sql } from 'kysely';
import type { Tick } from '../../kernel/wiring.ts';

/** A notice is looked at while its payment is fresh. */
const NOTICE_DAYS = 30;
/** What went back whole is asked about for a while. */
const RETURNED_DAYS = 90;
/** Nobody claims a payment any more once the limitation of actions is over: three years. */
const UNCLAIMED_DAYS = 3 * 365;

const DAY_MS = 86_400_000;

/**
 * Empties the payer's words where no erasure of a subscriber reaches: of payments on no account,
 * and of what gateways have told. Sums and numbers stay.
 */
export const forgetPayers: Tick = {
  name: 'billing.forget_payers',
  everySeconds: 3600,
  run: async (ctx) => {
    const before = (days: number): Date => new Date(ctx.clock.now().getTime() - days * DAY_MS);
    // payments_on_nobody (received_at)
    await sql`
      update payments set payer = '', purpose = ''
      where  account_id is null and (payer <> '' or purpose <> '')
      and    received_at < case state when 'returned' then ${before(RETURNED_DAYS)}::timestamptz
                                      else ${before(UNCLAIMED_DAYS)}::timestamptz end`.execute(
      ctx.db,
    );
    // payment_notices_old (received_at): what the gateway knew nothing of goes whole.
    await sql`
      delete from payment_notices
      where  body <> '' and state = 'refused' and received_at < ${before(NOTICE_DAYS)}`.execute(
      ctx.db,
    );
    // payment_notices_old (received_at)
    await sql`
      update payment_notices set body = '', words = ''
      where  body <> '' and received_at < ${before(NOTICE_DAYS)}`.execute(ctx.db);
  },
};
