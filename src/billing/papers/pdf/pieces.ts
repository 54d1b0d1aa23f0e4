import type { Language } from '../../../kernel/context.ts';
import { gridLayout, head, type Piece, right } from '../../../kernel/pdf/pieces.ts';
import type { Party } from '../../api/papers.ts';
import type { Payer, ServiceLine, StoredPaper, Vat } from '../content.ts';
import { longDay } from '../words/day-text.ts';
import { lineName } from '../words/line-name.ts';
import { paperWords, put } from '../words/paper-words.ts';
import { sumInWords } from '../words/sum-in-words.ts';
import { sumText } from '../words/sum-text.ts';

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
