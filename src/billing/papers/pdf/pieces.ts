import type { Language } from '../../../kernel/context.ts';
import type { Party } from '../../api/papers.ts';
import type { Payer, ServiceLine, StoredPaper, Vat } from '../content.ts';
import { longDay } from '../words/day-text.ts';
import { lineName } from '../words/line-name.ts';
import { paperWords, put } from '../words/paper-words.ts';
import { sumInWords } from '../words/sum-in-words.ts';
import { sumText } from '../words/sum-text.ts';

/** A piece of a page, as pdfmake takes it. */
export type Piece = Record<string, unknown>;

/** What every layout asks: words, sums and days in the paper's language and currency. */
export function speak({ language, currency }: { language: Language; currency: string }) {
  return {
    language,
    words: paperWords[language],
    sum: (amountMinor: number) => sumText(amountMinor, currency, language),
    inWords: (amountMinor: number) => sumInWords(amountMinor, currency, language),
    day: (on: string) => longDay(on, language),
    /** A currency stands behind figures where it is no rouble's table. */
    withCurrency: (amountMinor: number) =>
      `${sumText(amountMinor, currency, language)} ${currency === 'RUB' && language === 'ru' ? 'руб.' : currency}`,
  };
}

export type Speech = ReturnType<typeof speak>;

const GREY = '#5b6770';
const LINE = '#b8c0c6';
const SOFT = '#f1f4f5';

/** Thin lines around every cell; the head has a soft ground. */
export const gridLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
  paddingLeft: () => 5,
  paddingRight: () => 5,
};

/** Lines between rows alone. */
export const rowsLayout = {
  ...gridLayout,
  vLineWidth: () => 0,
  hLineWidth: (at: number, { table }: { table: { body: unknown[]; headerRows?: number } }) =>
    at === 0 || at === table.body.length || at === table.headerRows ? 0.8 : 0.4,
};

export const head = (text: string, alignment = 'left'): Piece => ({
  text,
  alignment,
  bold: true,
  fontSize: 8,
  fillColor: SOFT,
});

export const right = (text: string, more: Piece = {}): Piece => ({
  text,
  alignment: 'right',
  noWrap: true,
  ...more,
});

export const dim = (text: string, more: Piece = {}): Piece => ({ text, color: GREY, ...more });

export const gap = (height: number): Piece => ({ text: '', margin: [0, height, 0, 0] });

/** A line to be signed on, with who signs before and after it. */
export const signature = (post: string, name: string): Piece => ({
  columns: [
    { text: post, bold: true, width: 105 },
    {
      width: '*',
      canvas: [{ type: 'line', x1: 0, y1: 11, x2: 130, y2: 11, lineWidth: 0.5, lineColor: '#333' }],
    },
    { text: name, width: 220, alignment: 'left' },
  ],
  columnGap: 8,
  margin: [0, 10, 0, 0],
});

/** Who somebody is, in one run of text: name, ИНН, КПП, ОГРН, address, phone. */
export function partyText(party: Party & { phone?: string }, { words }: Speech): string {
  const { name, taxNumber, taxReasonCode, registrationNumber, address, phone = '' } = party;
  const told = [
    [words.taxNumber, taxNumber],
    [words.taxReasonCode, taxReasonCode],
    [words.registrationNumber, registrationNumber],
  ].flatMap(([what, text]) => (text ? [`${what} ${text}`] : []));
  return [name, ...told, address, phone && `${words.phone} ${phone}`].filter(Boolean).join(', ');
}

/** What is served and under what contract. */
export function groundText({ account, contract, contractOn }: Payer, speech: Speech): string {
  const { words, day } = speech;
  const of = contractOn ? ` ${words.of} ${day(contractOn)}` : '';
  return [
    contract ? `${words.contract} ${words.no} ${contract}${of}` : '',
    `${words.account} ${words.no} ${account}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Rows of a word and what it says. */
export const told = (rows: readonly (readonly [string, string])[]): Piece => ({
  table: {
    widths: [72, '*'],
    body: rows.map(([what, text]) => [dim(`${what}:`), { text, bold: true }]),
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 4,
    paddingTop: () => 2,
    paddingBottom: () => 3,
  },
});

/** The title over a line across the page. */
export const title = (text: string, below?: string): Piece => ({
  stack: [
    { text, fontSize: 14, bold: true },
    ...(below === undefined ? [] : [dim(below, { fontSize: 10, margin: [0, 2, 0, 0] })]),
    {
      canvas: [
        { type: 'line', x1: 0, y1: 6, x2: 515, y2: 6, lineWidth: 1.4, lineColor: '#1f2a30' },
      ],
      margin: [0, 0, 0, 8],
    },
  ],
});

/** The services with their sums, a row each. */
export function servicesTable(lines: readonly ServiceLine[], speech: Speech): Piece {
  const { words, sum, language } = speech;
  const rows = lines.map((line, at) => [
    { text: String(at + 1), alignment: 'center' },
    { text: lineName(line, language) },
    right(String(line.quantity)),
    { text: words.units[line.unit] },
    right(sum(line.amountMinor / line.quantity)),
    right(sum(line.amountMinor)),
  ]);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [22, '*', 38, 34, 72, 78],
      body: [
        [
          head(words.position, 'center'),
          head(words.service),
          head(words.quantity, 'right'),
          head(words.unit),
          head(words.price, 'right'),
          head(words.sum, 'right'),
        ],
        ...rows,
      ],
    },
    layout: gridLayout,
  };
}

/** The total, the VAT that is in it, and what it all comes to. */
export function totals(amountMinor: number, vat: Vat, speech: Speech, last?: string): Piece {
  const { words, sum } = speech;
  const tax =
    vat.percent === null
      ? [words.withoutVat, '—']
      : [`${words.includingVat} ${vat.percent}%`, sum(vat.amountMinor)];
  const rows = [
    [words.total, sum(amountMinor)],
    tax,
    ...(last === undefined ? [] : [[last, sum(amountMinor)]]),
  ];
  return {
    table: {
      widths: ['*', 84],
      body: rows.map(([what = '', text = '']) => [
        right(`${what}:`, { bold: true }),
        right(text, { bold: true }),
      ]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
      paddingRight: () => 5,
      paddingLeft: () => 0,
    },
    margin: [0, 5, 0, 6],
  };
}

/** How many, and for how much: in figures, then in words. */
export const summed = (
  text: string,
  paper: Pick<StoredPaper, 'amountMinor'>,
  { count, speech }: { count: number; speech: Speech },
): Piece => ({
  stack: [
    put(text, { count, sum: speech.withCurrency(paper.amountMinor) }),
    { text: speech.inWords(paper.amountMinor), bold: true, margin: [0, 2, 0, 0] },
  ],
  unbreakable: true,
});
