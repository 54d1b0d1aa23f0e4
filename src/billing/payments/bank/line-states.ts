import { createHash } from 'node:crypto';
import type { Ctx } from '../../../kernel/context.ts';
import { dayOfDate, wallToMs } from '../../../norms/index.ts';
import { findAlike } from './find-alike.ts';
import { forgottenId } from './forgotten-id.ts';
import type { StatementLine } from './statement-line.ts';

/** What is known of a line before anybody is looked for. */
export type State = {
  externalId: string;
  /** At noon of its day: the hour no bank tells. */
  paidAt: Date;
  state: 'new' | 'doubted' | 'repeat' | 'not_incoming';
  /** The payment that a doubted line seems to be. */
  likePaymentId: number | null;
};

const NOON_SECONDS = 12 * 3600;

/** Which lines of a file are new, and which came before or seem to have; in the file's order. */
export async function statesOf(
  ctx: Ctx,
  file: { sourceId: number; sha256: string; reading: string },
  lines: readonly StatementLine[],
): Promise<State[]> {
  const ids = externalIdsOf(lines);
  const forgotten = ids.map(forgottenId(ctx));
  const known = await knownIds(ctx, file.sourceId, [...ids, ...forgotten]);
  const states = lines.map((line, at): State => {
    const externalId = ids[at] ?? '';
    const paidAt = new Date(wallToMs(ctx.operator.timeZone, dayOfDate(line.on), NOON_SECONDS));
    const isRepeat = known.has(externalId) || known.has(forgotten[at] ?? '');
    if (line.isIncoming) known.add(externalId);
    const state = !line.isIncoming ? 'not_incoming' : isRepeat ? 'repeat' : 'new';
    return { externalId, paidAt, state, likePaymentId: null };
  });
  const fresh = states.flatMap((one, at) =>
    one.state === 'new' ? lines.slice(at, at + 1).map((line) => ({ ...line, ...one })) : [],
  );
  const externalIds = new Set([...ids, ...forgotten]);
  const alike = await findAlike(ctx, file, { fresh, externalIds });
  return states.map((one) => {
    if (one.state !== 'new' || !alike.has(one.externalId)) return one;
    return { ...one, state: 'doubted', likePaymentId: alike.get(one.externalId) ?? null };
  });
}

/**
 * What makes a document the same in another statement: its day, number, sum and the payer's
 * account. Where a file names no account, two payers may have a document of one number, so that
 * their words count; where it names no number, also which of the alike it is.
 */
function externalIdsOf(lines: readonly StatementLine[]): string[] {
  const alike = new Map<string, number>();
  return lines.map(({ on, number, amountMinor, payerAccount, ...told }) => {
    if (number !== '' && payerAccount !== '')
      return `${on} ${number} ${amountMinor} ${payerAccount}`;
    const said = `${told.payer}\n${told.purpose}`;
    const words = createHash('sha256').update(said).digest('hex').slice(0, 16);
    if (number !== '') return `${on} ${number} ${amountMinor} ${told.payerTaxNumber} ${words}`;
    const base = `${on} ${amountMinor} ${payerAccount} ${words}`;
    const count = (alike.get(base) ?? 0) + 1;
    alike.set(base, count);
    return `${base} ${count}`;
  });
}

/** Which of them came to this source before, as payments or in doubt. */
async function knownIds(ctx: Ctx, sourceId: number, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  // payments_source_id_external_id_key, payment_doubts_source_id_external_id_key
  const [paid, doubted] = await Promise.all(
    (['payments', 'paymentDoubts'] as const).map((table) =>
      ctx.db
        .selectFrom(table)
        .select('externalId')
        .where('sourceId', '=', sourceId)
        .where('externalId', 'in', ids)
        .execute(),
    ),
  );
  return new Set([...(paid ?? []), ...(doubted ?? [])].map(({ externalId }) => externalId));
}
