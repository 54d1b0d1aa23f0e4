import type { Ctx } from '../../../kernel/context.ts';
import { findByClues } from '../unidentified/find-by-clues.ts';
import { payerName } from '../unidentified/payer-name.ts';

/** Each is a search: a look at a statement is not to take as many as it has lines. */
const MOST_NAMES = 20;

export type SuggestedAccount = { accountId: number; account: string; subscriberName: string };

/**
 * Whom the payers of lines that nobody is recognised by are called like: by payer, where there is
 * one account alone. A name proves nothing, so it is shown and credits nothing.
 */
export async function suggestByName(
  ctx: Ctx,
  payers: readonly string[],
  currency: string,
): Promise<ReadonlyMap<string, SuggestedAccount>> {
  const suggested = new Map<string, SuggestedAccount>();
  const asked = [...new Set(payers)].filter((payer) => payerName(payer) !== '');
  for (const payer of asked.slice(0, MOST_NAMES)) {
    const name = payerName(payer);
    const clues = { text: '', name, numbers: [], near: [], currency };
    const all = await findByClues(ctx, { ...clues, permission: 'billing.bank' });
    const [one, ...others] = all.filter(({ subscriberName }) => isSame(subscriberName, name));
    if (!one || others.length > 0) continue;
    const { accountId, account, subscriberName } = one;
    suggested.set(payer, { accountId, account, subscriberName });
  }
  return suggested;
}

const isSame = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»„“”"]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
