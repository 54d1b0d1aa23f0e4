import { Readable } from 'node:stream';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { decimalText, isCurrency, money } from '../../kernel/money/index.ts';
import { sheetFormats } from '../../kernel/sheets/formats.ts';
import { statementSums as sums } from '../statement.ts';
import type { GroupStatement } from './group-statement.ts';

/** The accounts as a sheet, in the operator's language. */
export function tableOf(ctx: Ctx, format: 'xlsx' | 'csv', { accounts }: GroupStatement) {
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
