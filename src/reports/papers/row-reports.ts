import type { Ctx } from '../../kernel/context.ts';
import { must, ok, type Result } from '../../kernel/result.ts';
import { type Kpi, kpis } from '../kpis/kpis.ts';
import { listFacts } from '../kpis/list-facts.ts';
import { listRows } from '../kpis/list-rows.ts';
import { sliceWords } from './figure-reports.ts';
import { type Ask, majorOf, monthWords, type Report, wordsIn } from './report.ts';

/** So many are read at once. */
const AT_ONCE = 500;

type Read<Row> = (
  cursor: string | undefined,
) => Promise<Result<{ rows: Row[]; nextCursor: string | null }>>;

/** What stands behind a figure of a month, all of it, as far as the asker may see. */
export async function rowReport(ctx: Ctx, ask: Ask, month: string): Promise<Result<Report>> {
  const t = wordsIn(ctx.language);
  const { kpi: key, which } = ask;
  const { rows: behind }: Kpi = kpis[key];
  const slice = await sliceWords(ctx, ask, t);
  const head = {
    title: t(`names.${key}`),
    about: [monthWords(month, ctx.language, 'long'), slice, behind.whole ? t(`facts.${which}`) : '']
      .filter(Boolean)
      .join(' · '),
    rule: `${t(`definitions.${key}`)} ${t(behind.kind ? 'facts.rule' : 'rows.rule')}`,
  };
  const asked = { ...ask, month, limit: AT_ONCE };
  return behind.kind ? factReport(ctx, asked, head) : accountReport(ctx, asked, head);
}

type Head = Pick<Report, 'title' | 'about' | 'rule'>;
type Asked = Ask & { month: string; limit: number };

async function accountReport(ctx: Ctx, asked: Asked, head: Head): Promise<Result<Report>> {
  const t = wordsIn(ctx.language);
  const read = (cursor?: string) => listRows(ctx, { ...asked, cursor });
  const first = await read();
  if (!first.ok) return first;
  const { currency } = ctx.operator;
  return ok({
    ...head,
    columns: [
      { title: t('rows.account'), type: 'text' },
      { title: t('rows.name'), type: 'text' },
      { title: t('rows.on'), type: 'date' },
      ...(['before', 'after', 'adds'] as const).map((column) => ({
        title: `${t(`rows.${column}`)}, ${currency}`,
        type: 'number' as const,
      })),
    ],
    rows: pagesOf(read, (row) => [
      row.number,
      row.name,
      row.on,
      majorOf(currency, row.beforeMinor),
      majorOf(currency, row.afterMinor),
      majorOf(currency, row.amountMinor),
    ]),
  });
}

async function factReport(ctx: Ctx, asked: Asked, head: Head): Promise<Result<Report>> {
  const t = wordsIn(ctx.language);
  const read = (cursor?: string) => listFacts(ctx, { ...asked, cursor });
  const first = await read();
  if (!first.ok) return first;
  const { kind, currency } = first.value;
  const hasAmount = kind === 'sale' || kind === 'outage';
  return ok({
    ...head,
    columns: [
      { title: t(`facts.numbers.${kind}`), type: 'text' },
      { title: t(`facts.names.${kind}`), type: 'text' },
      { title: t('facts.on'), type: 'date' },
      { title: t('dimensions.channel'), type: 'text' },
      { title: t('dimensions.agent'), type: 'text' },
      ...(hasAmount ? [{ title: t(`facts.amounts.${kind}`), type: 'number' as const }] : []),
    ],
    rows: pagesOf(read, (row) => [
      row.number,
      row.name,
      row.on,
      row.channel === null ? '' : t(`conversations:channels.${row.channel}`),
      row.agent ?? '',
      ...(kind === 'sale' ? [majorOf(currency, row.amount)] : hasAmount ? [row.amount] : []),
    ]),
  });
}

function pagesOf<Row>(read: Read<Row>, cells: (row: Row) => (string | number)[]): Report['rows'] {
  return async function* () {
    let cursor: string | undefined;
    do {
      const page = must(await read(cursor));
      yield page.rows.map(cells);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  };
}
