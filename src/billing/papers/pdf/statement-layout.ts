import type { PaperOf } from '../content.ts';
import { dayText } from '../words/day-text.ts';
import { operationName } from '../words/line-name.ts';
import { put } from '../words/paper-words.ts';
import {
  dim,
  gap,
  head,
  type Piece,
  right,
  rowsLayout,
  title,
  told,
} from '../../../kernel/pdf/pieces.ts';
import { groundText, partyText, speak, type Speech } from './pieces.ts';

type Statement = PaperOf<'statement'>;

/** What was charged and paid in a period, with what stood before, after each and at the end. */
export function statementPieces(paper: Statement): Piece[] {
  const speech = speak(paper);
  const { words, day } = speech;
  const { seller, payer, number, datedOn, fromOn, toOn, content } = paper;
  const until = toOn ?? datedOn;
  const closing = content.closingMinor < 0 ? words.debtOn : words.restOn;
  return [
    title(
      `${words.titles.statement} ${words.no} ${payer.account}`,
      put(words.period, { from: day(fromOn ?? datedOn), to: day(until) }),
    ),
    told([
      [words.seller, partyText(seller, speech)],
      [words.subscriber, partyText(payer, speech)],
      [words.ground, groundText(payer, speech)],
    ]),
    gap(6),
    lines(paper, speech),
    {
      unbreakable: true,
      margin: [0, 10, 0, 0],
      stack: [
        {
          text: [
            `${put(closing, { on: day(until) })}: `,
            { text: speech.withCurrency(Math.abs(content.closingMinor)), bold: true },
          ],
        },
        { text: speech.inWords(Math.abs(content.closingMinor)), margin: [0, 2, 0, 10] },
        dim(`${put(words.printedBy, { on: day(datedOn) })}, ${words.no} ${number}`, {
          fontSize: 8,
        }),
      ],
    },
  ];
}

function lines({ content, language }: Statement, { words, sum }: Speech): Piece {
  const { openingMinor, loweredMinor, raisedMinor, closingMinor } = content;
  const edge = (what: string, balanceMinor: number): Piece[] => [
    { text: what, colSpan: 4, bold: true },
    {},
    {},
    {},
    right(sum(balanceMinor), { bold: true }),
  ];
  const none = [{ ...dim(words.noLines), colSpan: 5, alignment: 'center' }, {}, {}, {}, {}];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [52, '*', 60, 60, 64],
      body: [
        [
          head(words.day),
          head(words.operation),
          head(words.lowered, 'right'),
          head(words.raised, 'right'),
          head(words.balance, 'right'),
        ],
        edge(words.opening, openingMinor),
        ...(content.lines.length === 0 ? [none] : []),
        ...content.lines.map((line) => [
          { text: dayText(line.on, language) },
          { text: operationName(line, language) },
          right(line.amountMinor < 0 ? sum(-line.amountMinor) : ''),
          right(line.amountMinor > 0 ? sum(line.amountMinor) : ''),
          right(sum(line.balanceMinor)),
        ]),
        [
          { text: words.turnover, colSpan: 2, bold: true },
          {},
          right(sum(-loweredMinor), { bold: true }),
          right(sum(raisedMinor), { bold: true }),
          '',
        ],
        edge(words.closing, closingMinor),
      ],
    },
    layout: rowsLayout,
  };
}
