import { dim, gap, head, type Piece, right, rowsLayout, title } from '../../kernel/pdf/pieces.ts';
import { sheetOf } from '../../kernel/pdf/sheet.ts';

/** What stands on a group's statement, already worded. */
type GroupPaper = {
  title: string;
  period: string;
  seller: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  totals: readonly (readonly string[])[];
  note: string;
  madeAt: Date;
};

/** A line an account, and what they come to together. */
export function definitionOf(paper: GroupPaper): object {
  return sheetOf({
    name: paper.title,
    author: paper.seller,
    madeAt: paper.madeAt,
    pageText: (page, pages) => `${page} / ${pages}`,
    content: [
      title(paper.title, paper.period),
      dim(paper.seller),
      gap(6),
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: ['*', 70, 70, 70, 70],
          body: [
            paper.heads.map((text, at) => head(text, at === 0 ? 'left' : 'right')),
            ...paper.rows.map((row) => rowOf(row)),
            ...paper.totals.map((row) => rowOf(row, { bold: true })),
          ],
        },
        layout: rowsLayout,
      },
      gap(8),
      dim(paper.note, { fontSize: 8 }),
    ],
  });
}

const rowOf = ([name = '', ...sums]: readonly string[], more: Piece = {}): Piece[] => [
  { text: name, ...more },
  ...sums.map((sum) => right(sum, more)),
];
