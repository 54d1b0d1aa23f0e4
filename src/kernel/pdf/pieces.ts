/** A piece of a page, as pdfmake takes it. */
export type Piece = Record<string, unknown>;

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
