import { createHash } from 'node:crypto';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import type { SourceKind } from '../../api/kinds.ts';
import type { Source } from '../sources.ts';
import { type ReadFile, readFile } from './read-file.ts';
import type { Columns } from './read-table.ts';
import { type Recognised, recogniseLines } from './recognise-lines.ts';
import type { StatementLine } from './statement-line.ts';

type Understood = StatementLine & {
  externalId: string;
  state: 'recognised' | 'unknown' | 'repeat' | 'not_incoming';
  recognised: Recognised | null;
};

export type UnderstoodStatement = Omit<ReadFile, 'lines'> & {
  source: Pick<Source, 'id' | 'kind' | 'currency'>;
  lines: Understood[];
};

/** Reads a statement and says of every line what will become of it; writes nothing. */
export async function understandStatement(
  ctx: Ctx,
  { sourceId, columns }: { sourceId: number; columns: Columns },
  upload: Upload,
): Promise<Result<UnderstoodStatement>> {
  const source = await ctx.db
    .selectFrom('paymentSources')
    .select(['id', 'kind', 'currency'])
    .where('id', '=', sourceId)
    .where('kind', '=', 'bank')
    .where('isEnabled', '=', true)
    .executeTakeFirst();
  const read = await readFile(upload, columns);
  if (!source) return fail('billing.no_such_source');
  if (!read.ok) return read;
  const { lines, ...file } = read.value;
  const ids = externalIdsOf(lines);
  const known = await knownIds(ctx, source.id, ids);
  const recognised = await recogniseLines(ctx, lines, source.currency);
  const understood = lines.map((line, at): Understood => {
    const externalId = ids[at] ?? '';
    const isRepeat = known.has(externalId);
    if (line.isIncoming) known.add(externalId);
    const whose = recognised[at] ?? null;
    const fresh = whose === null ? 'unknown' : 'recognised';
    const state = !line.isIncoming ? 'not_incoming' : isRepeat ? 'repeat' : fresh;
    return { ...line, externalId, state, recognised: state === 'recognised' ? whose : null };
  });
  const { id, currency } = source;
  return ok({
    ...file,
    source: { id, kind: source.kind as SourceKind, currency },
    lines: understood,
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

async function knownIds(ctx: Ctx, sourceId: number, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  // payments_source_id_external_id_key (source_id, external_id)
  const rows = await ctx.db
    .selectFrom('payments')
    .select('externalId')
    .where('sourceId', '=', sourceId)
    .where('externalId', 'in', ids)
    .execute();
  return new Set(rows.map(({ externalId }) => externalId));
}
