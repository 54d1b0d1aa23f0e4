import { isCurrency } from '../../kernel/money/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { PhoneCountry } from '../../subscribers/index.ts';
import type { Import } from '../load-import.ts';
import { emptyProfile, notationOf, observe } from '../reading/column-profile.ts';
import type { FileSource } from '../reading/file-source.ts';
import { readHead } from '../reading/table.ts';
import type { RecordContext } from '../record/reader.ts';

/** So many rows settle how a column writes its dates and numbers. */
const ROWS_LOOKED_AT = 1_000;

/**
 * What the reading of an import's rows needs. The same file gives the same answer each time, so
 * that a step which resumes reads on as it began.
 */
export async function recordContext(
  ctx: Ctx,
  imported: Import,
  source: FileSource,
): Promise<RecordContext> {
  const head = await readHead(source, imported.format, ROWS_LOOKED_AT);
  const first = await firstOfFile(ctx, imported);
  const { currency, country, cityCode, timeZone } = ctx.operator;
  return {
    key: imported.key,
    currency: isCurrency(currency) ? currency : 'RUB',
    country: country as PhoneCountry,
    cityCode: cityCode ?? '',
    timeZone,
    city: imported.settings.city,
    rowId: (rowNumber) => `${first}-${rowNumber}`,
    columns: imported.columns.map((name, index) => {
      const mapping = imported.mapping[index] ?? { target: 'ignore' as const };
      const profile = emptyProfile();
      for (const row of head.rows) observe(profile, row.cells[index] ?? '');
      return { ...mapping, ...notationOf(profile), index, name };
    }),
  };
}

/**
 * The number of the first import of this very file: rows without a key of their own are known by it
 * and their row, so that the same file never comes in twice.
 */
async function firstOfFile(ctx: Ctx, imported: Import): Promise<number> {
  // imports_file (sha256, id)
  const first = await ctx.db
    .selectFrom('imports')
    .select((e) => e.fn.min('id').as('id'))
    .where('sha256', '=', imported.sha256)
    .executeTakeFirst();
  return first?.id ?? imported.id;
}
