import { renderSVG } from 'uqr';
import { dim, gap, type Piece, title } from '../../kernel/pdf/pieces.ts';
import { sheetOf } from '../../kernel/pdf/sheet.ts';
import { paperWords, put } from './paper-words.ts';
import { belowTable, type Offered, offeredTable } from './tables.ts';

export type QuotePaper = Offered & {
  number: string;
  on: string;
  until: string;
  madeAt: Date;
  operator: string;
  /** Where it is accepted; empty where it is not any more, or has no address. */
  link: string;
  words: string;
  /** Who offers, and where one asks; for whom it is stands on no paper that may go astray. */
  seller: string;
};

const CODE_SIZE = 96;

/** An offer on one sheet: who offers, what, for how much, until when and where to say yes. */
export function definitionOf(paper: QuotePaper): object {
  const words = paperWords[paper.language];
  const name = `${words.offer} ${words.no} ${paper.number}`;
  return sheetOf({
    name,
    author: paper.operator,
    madeAt: paper.madeAt,
    pageText: (page, pages) => put(words.page, { page, pages }),
    content: [
      dim(paper.operator, { fontSize: 10, margin: [0, 0, 0, 4] }),
      title(`${name} ${words.of} ${paper.on}`),
      { text: [{ text: `${words.seller}: `, bold: true }, paper.seller] },
      gap(6),
      ...(paper.words === '' ? [] : [{ text: paper.words, margin: [0, 0, 0, 8] }]),
      offeredTable(paper),
      ...belowTable(paper).map((text) => ({ text, margin: [0, 0, 0, 6] })),
      { text: put(words.until, { on: paper.until }), bold: true },
      ...(paper.link === '' ? [] : acceptance(paper.link, words.accept)),
    ],
  });
}

function acceptance(link: string, text: string): Piece[] {
  return [
    gap(12),
    {
      unbreakable: true,
      columns: [
        { svg: renderSVG(link, { ecc: 'M', border: 1 }), width: CODE_SIZE },
        { stack: [text, dim(link, { fontSize: 7.5, link })], margin: [0, 8, 0, 0] },
      ],
      columnGap: 12,
    },
  ];
}
