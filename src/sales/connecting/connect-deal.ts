import type { z } from 'zod';
import { openAccount } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { connectingApi } from '../api/connecting.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import { writeDeal } from '../deals/write-deal.ts';
import type { Accepted } from '../quotes/find-accepted.ts';
import { noteConnection } from './note-connection.ts';
import { readyQuote } from './ready-quote.ts';
import { settleBuyer } from './settle-buyer.ts';

type Api = (typeof connectingApi)['POST /api/deals/{id}/connect'];

/**
 * Makes of an accepted quote what is paid for every month: whoever buys is a subscriber with the
 * address, an account is opened there, all that was accepted is subscribed to and charged, and the
 * deal is won. All of it, or nothing. Whether the line is there still is asked once more.
 */
export async function connectDeal(
  ctx: Ctx,
  { id, version, login, buyer, isOverridden, ...named }: z.output<Api['input']>,
): Promise<Result<z.output<Api['output']>>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  const deal = locked.value;
  const ready = await readyQuote(ctx, deal, isOverridden);
  if (!ready.ok) return ready;
  const { quote, unreached } = ready.value;
  const settled = await settleBuyer(ctx, deal, buyer);
  if (!settled.ok) return settled;
  const { subscriberId, serviceAddressId } = settled.value;
  const opened = await openAccount(ctx, {
    subscriberId,
    ...(serviceAddressId !== null && { serviceAddressId }),
    ...contractOf(named, quote),
    paymentMode: 'prepaid',
    lines: login === '' ? [] : [{ kind: 'internet', login }],
  });
  if (!opened.ok) return opened;
  const given = await noteConnection(ctx, {
    deal: { id, subscriberId },
    accountId: opened.value.id,
    quote,
  });
  if (!given.ok) return given;
  const after = { ...deal, subscriberId, state: 'won' as const };
  const next = await writeDeal(ctx, deal, after);
  await emit(ctx, {
    type: 'sales.deal_connected',
    subject: { kind: 'deal', id },
    subscriberId,
    facts: {
      number: id,
      quoteId: quote.id,
      account: opened.value.number,
      ...(unreached !== null && { unreached }),
    },
  });
  return ok({ id, version: next, accountId: opened.value.id, account: opened.value.number });
}

type Named = Pick<z.output<Api['input']>, 'contractNumber' | 'contractOn'>;

/** The contract that was accepted, unless another is named. */
function contractOf({ contractNumber, contractOn }: Named, quote: Accepted) {
  const isAccepted = contractNumber === '' || contractNumber === quote.contractNumber;
  const number = contractNumber || quote.contractNumber;
  const on = contractOn ?? (isAccepted ? quote.contractOn : null);
  return { ...(number && { contractNumber: number }), ...(on && { contractOn: on }) };
}
