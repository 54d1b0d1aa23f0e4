import { decimalText, isCurrency, money } from '../../../kernel/money/index.ts';
import type { SheetColumn, SheetValue } from '../../../kernel/sheets/sheet.ts';
import type { StoredPaper } from '../content.ts';
import { lineName, operationName } from '../words/line-name.ts';
import { paperWords } from '../words/paper-words.ts';

type Table = { columns: SheetColumn[]; rows: SheetValue[][] };

/** The lines of a paper as a table. */
export function tableOf(paper: StoredPaper): Table {
  const { language, currency } = paper;
  const words = paperWords[language];
  const sum = (amountMinor: number): string => {
    if (!isCurrency(currency)) throw new RangeError(`no such currency: ${currency}`);
    return decimalText(money(amountMinor, currency));
  };
  if (paper.kind === 'statement') {
    return {
      columns: [
        { title: words.day, type: 'date' },
        { title: words.operation, type: 'text' },
        { title: words.sum, type: 'money' },
        { title: words.balance, type: 'money' },
      ],
      rows: [
        [paper.fromOn, words.opening, null, sum(paper.content.openingMinor)],
        ...paper.content.lines.map((line) => [
          line.on,
          operationName(line, language),
          sum(line.amountMinor),
          sum(line.balanceMinor),
        ]),
        [paper.toOn, words.closing, null, sum(paper.content.closingMinor)],
      ],
    };
  }
  return {
    columns: [
      { title: words.service, type: 'text' },
      { title: words.quantity, type: 'number' },
      { title: words.sum, type: 'money' },
    ],
    rows: paper.content.lines.map((line) => [
      lineName(line, language),
      line.quantity,
      sum(line.amountMinor),
    ]),
  };
}
