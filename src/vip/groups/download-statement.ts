import { Readable } from 'node:stream';
import type { z } from 'zod';
import { longDay, sellerOnPaper, sumText } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { decimalText, isCurrency, money } from '../../kernel/money/index.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { sheetFormats } from '../../kernel/sheets/formats.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { groupsApi } from '../api/groups.ts';
import { groupStatement, type GroupStatement } from './group-statement.ts';

type Route = (typeof groupsApi)['GET /api/vip-groups/{id}/statement/file'];
type Input = z.output<Route['input']>;

const layout = new URL('./group-layout.ts', import.meta.url);
const sums = ['openingMinor', 'loweredMinor', 'raisedMinor', 'closingMinor'] as const;

/** The group's statement as a paper or a table; who took it is noted. */
export async function downloadStatement(ctx: Ctx, input: Input): Promise<Result<Download>> {
  const made = await groupStatement(ctx, input);
  if (!made.ok) return made;
  const { format, from, to, id } = input;
  const file =
    format === 'pdf'
      ? await print(layout, await paperOf(ctx, input, made.value))
      : tableOf(ctx, format, made.value);
  if (!file) return fail('kernel.export_busy');
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'vip.group_statement_taken',
      subject: { kind: 'subscriber', id },
      subscriberId: id,
      facts: { from, to, format },
    }),
  );
  const { t } = textsIn(ctx.operator.language);
  return ok({ ...file, fileName: `${t('vip:groups.paper.file')} ${from} ${to}.${format}` });
}

async function paperOf(ctx: Ctx, { from, to }: Input, statement: GroupStatement): Promise<object> {
  const { language } = ctx.operator;
  const { t } = textsIn(language);
  const seller = await sellerOnPaper(ctx);
  const textOf = (minor: number, currency: string): string => sumText(minor, currency, language);
  const word = (key: string): string => t(`vip:groups.paper.${key}`);
  return {
    title: t('vip:groups.paper.title', { head: statement.head }),
    period: t('vip:groups.paper.period', {
      from: longDay(from, language),
      to: longDay(to, language),
    }),
    seller: seller.name,
    heads: ['account', ...sums].map(word),
    rows: statement.accounts.map((one) => [
      `${one.holder}, ${one.number}`,
      ...sums.map((key) => textOf(one[key], one.currency)),
    ]),
    totals: statement.totals.map((one) => [
      `${word('total')}, ${one.currency}`,
      ...sums.map((key) => textOf(one[key], one.currency)),
    ]),
    note: word('note'),
    madeAt: ctx.clock.now(),
  };
}

function tableOf(ctx: Ctx, format: 'xlsx' | 'csv', { accounts }: GroupStatement) {
  const { language, timeZone } = ctx.operator;
  const { t } = textsIn(language);
  const title = (key: string): string => t(`vip:groups.paper.${key}`);
  const text = (minor: number, currency: string): string => {
    if (!isCurrency(currency)) throw new RangeError(`no such currency: ${currency}`);
    return decimalText(money(minor, currency));
  };
  const { contentType, write } = sheetFormats[format];
  const columns = [
    ...['holder', 'account', 'currency'].map((key) => ({
      title: title(key),
      type: 'text' as const,
    })),
    ...sums.map((key) => ({ title: title(key), type: 'money' as const })),
  ];
  const rows = accounts.map((one) => [
    one.holder,
    one.number,
    one.currency,
    ...sums.map((key) => text(one[key], one.currency)),
  ]);
  const batches = (async function* () {
    yield rows;
  })();
  return {
    body: Readable.from(write(columns, batches, { language, timeZone }), { objectMode: false }),
    contentType,
  };
}
