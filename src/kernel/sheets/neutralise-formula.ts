/**
 * Signs with which a spreadsheet takes a CSV cell for a formula: the ASCII ones, the full-width
 * ones that East Asian locales read alike, and the white space that is skipped before them.
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A signed number (`-12.5`, `+3 %`) or a phone in E.164 (`+79123456789`): a sign and digits with at
 * most one decimal separator. Read as a formula it can only be that number, so it stays as it is. A
 * phone with dashes is not spared: `+7-912-345` would be shown as the result of a subtraction.
 */
const signedNumber = /^[+-]\d+(?:[.,]\d+)?\s?%?$/u;

/**
 * Makes a text harmless as a cell of a CSV file: an apostrophe goes before what a spreadsheet would
 * run, as is customary. Not for XLSX, whose cells say themselves that they are text.
 */
export function neutraliseFormula(cell: string): string {
  return formulaStart.test(cell) && !signedNumber.test(cell) ? `'${cell}` : cell;
}
