/** What may be a number of an account or a contract: letters, digits and what parts them. */
const written = /[\p{L}\d]*[\p{L}\d/._-]*\d[\p{L}\d/_-]*/gu;

/** After these words even a short number is one of an account or a contract. */
const words = [
  String.raw`л\s*/\s*с`,
  String.raw`лиц(?:евой|евого|\.)?(?:\s*сч[её]т\p{L}*)?`,
  String.raw`дог(?:овор\p{L}*|\.)?`,
  'account|contract',
].join('|');
const named = new RegExp(
  String.raw`(?:${words})[\s.:№#]*(?:no\.?\s*)?([\p{L}\d/_-]*\d[\p{L}\d/_-]*)`,
  'giu',
);

/** Of fewer signs a number without such a word may be anything: a flat, a bill, a day. */
const SHORTEST = 5;
const MOST = 40;

/** Numbers in a text that may be of an account or a contract, as they are written there. */
export function numbersIn(text: string): string[] {
  const found = [...text.matchAll(named)].map(([, number = '']) => number);
  for (const [number] of text.matchAll(written)) {
    if (number.length >= SHORTEST && !isDay(number)) found.push(number);
  }
  return [...new Set(found.filter((one) => one.length <= 60))].slice(0, MOST);
}

const isDay = (number: string): boolean => /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(number);

/** The number of an invoice of ours, with whatever dash and spaces somebody typed it. */
const invoice = /(?<!\d)(\d{2})\s?[-–—]\s?(\d{6})(?!\d)/g;

/** Numbers of invoices in a text, as they stand on the invoices. */
export function invoicesIn(text: string): string[] {
  const found = [...text.matchAll(invoice)].map(([, year, number]) => `${year}-${number}`);
  return [...new Set(found)].slice(0, MOST);
}
