import { compile, type FormatCallback } from 'html-to-text';

/** Lines of a quotation begin as in plain text, so that one set of rules reads both. */
const quotation: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1, reservedLineLength: 2 });
  walk(element.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: (block) => block.replaceAll(/^/gm, '> '),
  });
};

const signature: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: (block) => (/^\s*--/.test(block) ? block : `--\n${block}`),
  });
};

/** Cells of a row stand in a line, apart. */
const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder);
  builder.addInline(' ');
};

const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const toText = compile({
  wordwrap: false,
  baseElements: { selectors: [], returnDomByDefault: true },
  formatters: { quotation, signature, cell },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', format: 'block', options: line },
    { selector: 'blockquote', format: 'block', options: line },
    { selector: 'blockquote[data-quote]', format: 'quotation' },
    { selector: 'div[data-signature]', format: 'signature' },
    { selector: 'table', format: 'block', options: line },
    { selector: 'tr', format: 'block', options: line },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
});

// Signs that nobody sees, with which newsletters fill the line below their subject.
const unseen = /[\u034f\u00ad]/g;

/** The words of HTML that was sanitised, quotations with `> ` before each of their lines. */
export function htmlText(sanitised: string): string {
  return toText(sanitised).replaceAll(unseen, '');
}
