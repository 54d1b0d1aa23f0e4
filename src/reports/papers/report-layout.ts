import { dim, gap, head, type Piece, right, rowsLayout, title } from '../../kernel/pdf/pieces.ts';
import { sheetOf } from '../../kernel/pdf/sheet.ts';

/** A report as it is drawn, in words. */
type ReportPaper = {
  title: string;
  about: string;
  rule: string;
  seller: string;
  madeAt: Date;
  heads: readonly string[];
  areNumbers: readonly boolean[];
  rows: readonly (readonly string[])[];
};

/** With more columns the page lies on its side. */
const UPRIGHT_COLUMNS = 7;

export function definitionOf(paper: ReportPaper): object {
  const { heads, areNumbers, rows } = paper;
  const isWide = heads.length > UPRIGHT_COLUMNS;
  const fontSize = isWide ? 7 : 9;
  const drawn = sheetOf({
    name: paper.title,
    author: paper.seller,
    madeAt: paper.madeAt,
    pageText: (page, pages) => `${page} / ${pages}`,
    content: [
      title(paper.title, [paper.seller, paper.about].filter(Boolean).join(' · ')),
      gap(2),
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          // Many figures share the page evenly; of few columns the first takes what is left.
          widths: heads.map((_, at) => ((isWide ? areNumbers[at] : at === 0) ? '*' : 'auto')),
          body: [
            heads.map((text, at) => ({
              ...head(text, areNumbers[at] ? 'right' : 'left'),
              fontSize: isWide ? 6.5 : 8,
            })),
            ...rows.map((row) => row.map((text, at) => cellOf(text, areNumbers[at], fontSize))),
          ],
        },
        layout: isWide
          ? { ...rowsLayout, paddingLeft: () => 3, paddingRight: () => 3 }
          : rowsLayout,
      },
      gap(6),
      dim(paper.rule, { fontSize: 8 }),
    ],
  });
  return isWide ? { ...drawn, pageOrientation: 'landscape' } : drawn;
}

const cellOf = (text: string, isNumber: boolean | undefined, fontSize: number): Piece =>
  isNumber ? right(text, { fontSize }) : { text, fontSize };
