import type { PaperOf } from '../content.ts';
import { put } from '../words/paper-words.ts';
import {
  dim,
  gap,
  gridLayout,
  head,
  type Piece,
  right,
  title,
  told,
} from '../../../kernel/pdf/pieces.ts';
import {
  groundText,
  partyText,
  servicesTable,
  speak,
  type Speech,
  summed,
  totals,
} from './pieces.ts';

type Act = PaperOf<'act'> | PaperOf<'corrective_act'>;

/** An act of what was served in a month, to be signed by both. */
export function actPieces(paper: PaperOf<'act'>): Piece[] {
  const speech = speak(paper);
  const { words } = speech;
  const { content } = paper;
  return [
    ...begin(paper, speech),
    servicesTable(content.lines, speech),
    totals(paper.amountMinor, content.vat, speech),
    summed(words.countServed, paper, { count: content.lines.length, speech }),
    { text: words.served, margin: [0, 10, 0, 0] },
    signatures(paper, speech),
  ];
}

/** What an act should have said: before, after and the difference; then the services anew. */
export function correctiveActPieces(paper: PaperOf<'corrective_act'>): Piece[] {
  const speech = speak(paper);
  const { words, sum, day } = speech;
  const { before, after, vat, act, lines } = paper.content;
  const row = (what: string, was: number, is: number, by: number): Piece[] => [
    { text: what },
    right(sum(was)),
    right(sum(is)),
    right(sum(by), { bold: true }),
  ];
  return [
    ...begin(paper, speech, put(words.correctiveOf, { number: act.number, on: day(act.datedOn) })),
    {
      table: {
        headerRows: 1,
        widths: ['*', 90, 90, 90],
        body: [
          ['', ...[words.before, words.after, words.difference].map((text) => head(text, 'right'))],
          row(words.servicesSum, before.amountMinor, after.amountMinor, paper.amountMinor),
          ...(vat.percent === null
            ? []
            : [
                row(
                  `${words.vatSum} ${vat.percent}%`,
                  before.vatMinor,
                  after.vatMinor,
                  vat.amountMinor,
                ),
              ]),
        ],
      },
      layout: gridLayout,
    },
    {
      stack: [
        `${words.difference} ${speech.withCurrency(paper.amountMinor)}`,
        { text: speech.inWords(paper.amountMinor), bold: true, margin: [0, 2, 0, 0] },
      ],
      margin: [0, 6, 0, 10],
    },
    dim(words.asItShouldBe, { margin: [0, 0, 0, 3] }),
    servicesTable(lines, speech),
    signatures(paper, speech),
  ];
}

function begin(paper: Act, speech: Speech, below?: string): Piece[] {
  const { words, day } = speech;
  const { seller, payer, number, datedOn, fromOn, toOn } = paper;
  const period = put(words.period, { from: day(fromOn ?? datedOn), to: day(toOn ?? datedOn) });
  return [
    title(
      `${words.titles[paper.kind]} ${words.no} ${number} ${words.of} ${day(datedOn)}`,
      [below, period].filter(Boolean).join(', '),
    ),
    told([
      [words.seller, partyText(seller, speech)],
      [words.buyer, partyText(payer, speech)],
      [words.ground, groundText(payer, speech)],
    ]),
    gap(6),
  ];
}

function signatures({ seller, payer }: Act, { words }: Speech): Piece {
  const side = (what: string, name: string, signs: string): Piece => ({
    width: '*',
    stack: [
      { text: what, bold: true, fontSize: 8 },
      { text: name, margin: [0, 3, 0, 22] },
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: 225, y2: 0, lineWidth: 0.5, lineColor: '#333' }],
      },
      dim(signs, { fontSize: 8, margin: [0, 2, 0, 0] }),
      dim(words.stamp, { fontSize: 8, margin: [0, 14, 0, 0] }),
    ],
  });
  const post = seller.directorPost || words.director;
  return {
    unbreakable: true,
    columns: [
      side(words.executor, seller.name, [post, seller.director].filter(Boolean).join(' ')),
      side(words.customer, payer.name, ' '),
    ],
    columnGap: 40,
    margin: [0, 26, 0, 0],
  };
}
