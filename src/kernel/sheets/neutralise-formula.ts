/** What a spreadsheet may take for the beginning of a formula, in either width of letters. */
const opening = /^[=+\-@\t\r\n＝＋－＠]/u;
/** A number or a phone: it begins with a sign and computes nothing. */
const number = /^[+-]\d+(?:[.,]\d+)?$/;

/**
 * A text as a cell of a spreadsheet's file where no type keeps it a text: what would be run as a
 * formula gets an apostrophe in front, which shows that it is none.
 */
export function neutraliseFormula(text: string): string {
  return opening.test(text) && !number.test(text) ? `'${text}` : text;
}
