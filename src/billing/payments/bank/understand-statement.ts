import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import type { SourceKind } from '../../api/payment-kinds.ts';
import type { Source } from '../source.ts';
import { type State, statesOf } from './line-states.ts';
import { checkOwnAccount } from './own-account.ts';
import { type ReadFile, readFile } from './read-file.ts';
import type { Columns } from './read-table.ts';
import { type Recognised, recogniseLines } from './recognise-lines.ts';
import type { StatementLine } from './statement-line.ts';

type Understood = StatementLine &
  Omit<State, 'state'> & {
    state: 'recognised' | 'unknown' | Exclude<State['state'], 'new'>;
    recognised: Recognised | null;
  };

export type UnderstoodStatement = Omit<ReadFile, 'lines'> & {
  source: Pick<Source, 'id' | 'kind' | 'currency'> & { bankAccount: string | null };
  /** How the file was read, so that the same file in another reading is known. */
  reading: string;
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
    .select(['id', 'kind', 'currency', 'bankAccount'])
    .where('id', '=', sourceId)
    .where('kind', '=', 'bank')
    .where('isEnabled', '=', true)
    .executeTakeFirst();
  const read = await readFile(upload, { columns, only: source?.bankAccount ?? null });
  if (!source) return fail('billing.no_such_source');
  if (!read.ok) return read;
  const refusal = await checkOwnAccount(ctx, source, read.value.own);
  if (refusal) return refusal;
  const { lines, ...file } = read.value;
  const reading = file.format === 'exchange' ? 'exchange' : columnsText(file.columns);
  const states = await statesOf(ctx, { sourceId, sha256: file.sha256, reading }, lines);
  const recognised = await recogniseLines(ctx, lines, source.currency);
  const understood = states.flatMap(({ state, ...one }, at) =>
    lines.slice(at, at + 1).map((line): Understood => {
      const whose = state === 'new' ? (recognised[at] ?? null) : null;
      const fresh = whose === null ? 'unknown' : 'recognised';
      return { ...line, ...one, state: state === 'new' ? fresh : state, recognised: whose };
    }),
  );
  const { id, currency, bankAccount } = source;
  return ok({
    ...file,
    reading,
    source: { id, kind: source.kind as SourceKind, currency, bankAccount },
    lines: understood,
  });
}

/** The same however they were told. */
const columnsText = (columns: Columns): string =>
  Object.entries(columns)
    .map(([name, at]) => `${name} ${at}`)
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .join(', ');
