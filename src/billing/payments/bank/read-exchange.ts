import {
  type BadLine,
  readDay,
  type ReadStatement,
  readSum,
  type StatementLine,
} from './statement-line.ts';

const mark = '1CClientBankExchange';

export const isExchange = (text: string): boolean => text.trimStart().startsWith(mark);

type Document = { lineNumber: number; fields: Map<string, string> };

/**
 * Reads the text that 1C and banks exchange (`1CClientBankExchange`): documents between
 * `СекцияДокумент` and `КонецДокумента`, a field a line. A document that goes to one of the
 * accounts that the file is about has come in; where `only` one of them is meant, to that one.
 */
export function readExchange(text: string, only: string | null): ReadStatement {
  const own = new Set<string>();
  const documents: Document[] = [];
  const bad: BadLine[] = [];
  let open: Document | null = null;
  let isEnded = false;
  const rows = text.split(/\r\n|\n|\r/);
  for (const [at, row] of rows.entries()) {
    const [, key = row.trim(), value = ''] = /^\s*([^=]+?)\s*=(.*)$/.exec(row) ?? [];
    if (key === 'СекцияДокумент') {
      if (open) bad.push(unclosed(open));
      open = { lineNumber: at + 1, fields: new Map() };
    } else if (key === 'КонецДокумента') {
      if (open) documents.push(open);
      open = null;
    } else if (key === 'КонецФайла') isEnded = true;
    else if (open) open.fields.set(key, value.trim());
    else if (key === 'РасчСчет') own.add(value.trim());
  }
  if (open) bad.push(unclosed(open));
  if (!isEnded) bad.push({ lineNumber: rows.length, why: 'cut_short', text: '' });
  const lines = documents.flatMap((document) => {
    const read = readDocument(document, { own, only });
    if ('why' in read) bad.push(read);
    return 'why' in read ? [] : [read];
  });
  return { lines, bad, own: [...own] };
}

const unclosed = ({ lineNumber, fields }: Document): BadLine => ({
  lineNumber,
  why: 'not_closed',
  text: `${fields.get('Номер') ?? ''} ${fields.get('Сумма') ?? ''}`.trim(),
});

function readDocument(
  { lineNumber, fields }: Document,
  { own, only }: { own: ReadonlySet<string>; only: string | null },
): StatementLine | BadLine {
  const field = (...names: string[]): string =>
    names.map((name) => fields.get(name) ?? '').find((value) => value !== '') ?? '';
  const amountMinor = readSum(field('Сумма'));
  const text = [field('Номер'), field('Сумма'), field('НазначениеПлатежа')].join(' ').slice(0, 200);
  if (amountMinor === null || amountMinor <= 0) return { lineNumber, why: 'no_sum', text };
  const on = readDay(field('ДатаПоступило')) ?? readDay(field('Дата'));
  if (on === null) return { lineNumber, why: 'no_date', text };
  const to = field('ПолучательСчет', 'ПолучательРасчСчет');
  const isOurs = only === null ? own.has(to) : to === only;
  const isFromUs = own.has(field('ПлательщикСчет', 'ПлательщикРасчСчет'));
  const isUntold = only === null || to === '';
  const cameIn = isUntold && field('ДатаПоступило') !== '' && field('ДатаСписано') === '';
  return {
    lineNumber,
    number: field('Номер'),
    on,
    amountMinor,
    payer: field('Плательщик1', 'Плательщик').replace(/^ИНН\s*\d+\s*/, ''),
    payerTaxNumber: field('ПлательщикИНН'),
    payerAccount: field('ПлательщикСчет', 'ПлательщикРасчСчет'),
    purpose: field('НазначениеПлатежа') || [...purposeParts(fields)].join(' '),
    isIncoming: !isFromUs && (isOurs || cameIn),
  };
}

/** Some banks write the purpose in numbered parts. */
function* purposeParts(fields: ReadonlyMap<string, string>): Generator<string> {
  for (let part = 1; part <= 6; part += 1) {
    const value = fields.get(`НазначениеПлатежа${part}`);
    if (value) yield value;
  }
}
