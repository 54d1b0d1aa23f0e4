import { gridLayout, head, type Piece, right } from '../../kernel/pdf/pieces.ts';
import type { Language } from '../../kernel/context.ts';
import { paperWords } from './paper-words.ts';

/** What is offered, in words and figures that are ready to be drawn. */
export type Offered = {
  language: Language;
  /** How sums are named in the head: `руб.`, `EUR`. */
  currency: string;
  rows: { name: string; speed: string; monthly: string; once: string }[];
  monthly: string;
  once: string;
  /** How the connection is paid; empty where nothing is to be said. */
  payment: string;
  /** What leaving a service before its term costs, a sentence each; old papers have none. */
  terms?: string[];
};

/** What is said below the table: how the connection is paid, and what binds. */
export const belowTable = ({ payment, terms = [] }: Offered): string[] =>
  [payment, ...terms].filter(Boolean);

/** Services with their sums, a row each, and what they come to. */
export function offeredTable({ language, currency, rows, monthly, once }: Offered): Piece {
  const words = paperWords[language];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 110, 90, 90],
      body: [
        [
          head(words.service),
          head(words.speed),
          head(`${words.monthly}, ${currency}`, 'right'),
          head(`${words.once}, ${currency}`, 'right'),
        ],
        ...rows.map((row) => [
          { text: row.name },
          { text: row.speed },
          right(row.monthly),
          right(row.once),
        ]),
        [
          { text: words.total, bold: true, colSpan: 2 },
          '',
          right(monthly, { bold: true }),
          right(once, { bold: true }),
        ],
      ],
    },
    layout: gridLayout,
    margin: [0, 4, 0, 6],
  };
}
