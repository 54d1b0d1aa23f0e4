import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { StatementLine } from './statement-line.ts';

/** A line that is new by its number, with when it was paid. */
export type Fresh = Pick<StatementLine, 'amountMinor' | 'number' | 'payer' | 'payerAccount'> & {
  externalId: string;
  paidAt: Date;
};

type Came = {
  id: number;
  sourceId: number;
  externalId: string;
  /** Noon of its day, as lines of statements have it. */
  paidAt: Date;
  amountMinor: number;
  documentNumber: string;
  payer: string;
  payerAccount: string;
};

type File = { sourceId: number; sha256: string; reading: string };

/**
 * Which lines of one day look as if they came already (a bank that tells of a Saturday's payment on
 * Monday is not known again): from a file that was read in another way, or with
 * another source whose money stands at a bank, however and at what hour it told. Those that share
 * day and sum are told apart by number, account and words; a payment that a line surely is stands
 * for no other. What cannot be told apart is in doubt.
 * @returns by the number of each such line the payment that it seems to be; null where only the
 *   file was here
 */
export async function findAlike(
  ctx: Ctx,
  file: File,
  { fresh, externalIds }: { fresh: readonly Fresh[]; externalIds: ReadonlySet<string> },
): Promise<ReadonlyMap<string, number | null>> {
  const ofLines = new Map<string, number | null>();
  if (fresh.length === 0) return ofLines;
  const came = (await findCame(ctx, file, fresh)).filter(
    (one) => one.sourceId !== file.sourceId || !externalIds.has(one.externalId),
  );
  const left = Map.groupBy(came.map(toldOf), placeOf);
  const lines = fresh.map((line) => ({ ...toldOf(line), sourceId: file.sourceId }));
  for (const keyOf of surely) {
    for (const line of lines) {
      if (ofLines.has(line.externalId) || keyOf(line) === '') continue;
      const those = left.get(placeOf(line)) ?? [];
      const at = those.findIndex((one) => keyOf(one) === keyOf(line) && mayBe(line, one));
      if (at !== -1) ofLines.set(line.externalId, those.splice(at, 1)[0]?.id ?? null);
    }
  }
  const wasHere = await wasReadOtherwise(ctx, file);
  for (const line of lines) {
    if (ofLines.has(line.externalId)) continue;
    const one = left.get(placeOf(line))?.find((other) => mayBe(line, other));
    if (one || wasHere) ofLines.set(line.externalId, one?.id ?? null);
  }
  return ofLines;
}

/** What stands at banks of these days and sums, but by statements of this source read this way. */
async function findCame(ctx: Ctx, file: File, fresh: readonly Fresh[]): Promise<Came[]> {
  const asked = [
    ...new Set(fresh.map((line) => `${line.paidAt.toISOString()} ${line.amountMinor}`)),
  ];
  const [days, sums] = [0, 1].map((part) => asked.map((pair) => pair.split(' ')[part] ?? ''));
  // payments_at_bank (amount_minor, paid_at), statement_files_pkey
  const { rows } = await sql<Came>`
    select p.id, p.source_id, p.external_id, asked.noon as paid_at, p.amount_minor,
           p.document_number, p.payer, p.payer_account
    from   unnest(${days}::timestamptz[], ${sums}::bigint[]) as asked (noon, amount_minor)
    cross  join lateral date_trunc('day', asked.noon, ${ctx.operator.timeZone}) as day (begins)
    join   payments p on p.is_at_bank and p.amount_minor = asked.amount_minor
                      and p.paid_at >= day.begins and p.paid_at < day.begins + interval '1 day'
    left   join statement_files f on f.id = p.statement_id
    where  p.source_id <> ${file.sourceId} or f.reading is distinct from ${file.reading}
    order  by p.id`.execute(ctx.db);
  return rows;
}

async function wasReadOtherwise(ctx: Ctx, { sourceId, sha256, reading }: File): Promise<boolean> {
  // statement_files_sha256 (sha256)
  const { rows } = await sql`
    select from statement_files
    where  sha256 = ${sha256} and (source_id <> ${sourceId} or reading <> ${reading})
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}

type Told = {
  id?: number;
  sourceId: number;
  externalId: string;
  place: string;
  number: string;
  payerAccount: string;
  /** The payer by letters and digits alone. */
  payer: string;
};

const toldOf = (one: Came | Fresh): Told => ({
  ...('id' in one ? { id: one.id, sourceId: one.sourceId } : { sourceId: 0 }),
  externalId: one.externalId,
  place: `${one.paidAt.getTime()} ${one.amountMinor}`,
  number: 'id' in one ? one.documentNumber : one.number,
  payerAccount: one.payerAccount,
  payer: plain(one.payer),
});

const placeOf = ({ place }: Told): string => place;

/** What tells surely that two are one, the surest first; empty where it is not told. */
const surely: readonly ((one: Told) => string)[] = [
  ({ number, payer }) => (number === '' || payer === '' ? '' : `${number} ${payer}`),
  ({ number }) => number,
  ({ payer }) => payer,
];

const plain = (words: string): string =>
  words
    .replace(/,\s*ИНН.*$/u, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const areOther = (one: string, other: string): boolean =>
  one !== '' && other !== '' && one !== other;

/** Read in another way, columns may have been mixed up: there day and sum are enough. */
function mayBe(line: Told, came: Told): boolean {
  if (line.sourceId === came.sourceId) return true;
  if (areOther(line.number, came.number)) return false;
  if (areOther(line.payerAccount, came.payerAccount)) return false;
  // One who writes a name short and one who writes it long mean the same.
  const [one, other] = [line.payer, came.payer];
  return one === '' || other === '' || one.includes(other) || other.includes(one);
}
