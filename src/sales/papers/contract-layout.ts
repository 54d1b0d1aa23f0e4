import { gap, type Piece, dim, title } from '../../kernel/pdf/pieces.ts';
import { sheetOf } from '../../kernel/pdf/sheet.ts';
import { paperWords, put } from './paper-words.ts';
import { belowTable, type Offered, offeredTable } from './tables.ts';

type Side = { name: string; details: string; signs: string };

/** All that stands on a contract, as it is kept. */
export type ContractContent = {
  /** Its text, filled; a line `{{services}}` stands where the table does. */
  body: string;
  offered: Offered;
  seller: Side;
  buyer: Side;
  /** How the buyer said yes. */
  signed: string;
};

export type ContractPaper = ContractContent & { number: string; on: string; madeAt: Date };

/** A contract: its text with the table of services in it, then both sides. */
export function definitionOf(paper: ContractPaper): object {
  const words = paperWords[paper.offered.language];
  const name = `${words.contract} ${words.no} ${paper.number}`;
  return sheetOf({
    name,
    author: paper.seller.name,
    madeAt: paper.madeAt,
    pageText: (page, pages) => put(words.page, { page, pages }),
    content: [
      title(`${name} ${words.of} ${paper.on}`),
      ...paper.body.split('\n').map((line) => piece(line.trim(), paper.offered)),
      gap(8),
      {
        unbreakable: true,
        stack: [
          {
            columns: [side(words.seller, paper.seller), side(words.buyer, paper.buyer)],
            columnGap: 36,
          },
          // Both sign at one height, however long what stands above it is.
          {
            columns: [
              signing(words.signature, paper.seller),
              signing(words.signature, paper.buyer),
            ],
            columnGap: 36,
            margin: [0, 22, 0, 0],
          },
          dim(paper.signed, { margin: [0, 14, 0, 0] }),
        ],
      },
    ],
  });
}

function piece(line: string, offered: Offered): Piece {
  if (line === '') return gap(4);
  if (line === '{{services}}') {
    return { stack: [offeredTable(offered), ...belowTable(offered)] };
  }
  const [, heading] = /^#\s+(.*)$/.exec(line) ?? [];
  return heading === undefined
    ? { text: line, alignment: 'justify', margin: [0, 0, 0, 3] }
    : { text: heading, bold: true, fontSize: 10.5, margin: [0, 6, 0, 3], headlineLevel: 1 };
}

const side = (what: string, { name, details }: Side): Piece => ({
  width: '*',
  stack: [
    { text: what, bold: true, fontSize: 8 },
    { text: name, bold: true, margin: [0, 3, 0, 0] },
    { text: details, margin: [0, 1, 0, 0] },
  ],
});

const signing = (signature: string, { signs }: Side): Piece => ({
  width: '*',
  stack: [
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 230, y2: 0, lineWidth: 0.5, lineColor: '#333' }] },
    dim([signature, signs].filter(Boolean).join(', '), { fontSize: 7.5, margin: [0, 4, 0, 0] }),
  ],
});
