/** The fixed parts of a workbook, and its cells, in the XML of Office Open XML (ECMA-376). */
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const documentSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const each = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('');

export const workbook = (sheets: number): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${documentSpace}"><sheets>${each(
    sheets,
    (one) => `<sheet name="${one}" sheetId="${one}" r:id="rId${one}"/>`,
  )}</sheets></workbook>`;

export const workbookRelations = (sheets: number): string =>
  `${xml}<Relationships xmlns="${packageSpace}/relationships">${each(
    sheets,
    (one) =>
      `<Relationship Id="rId${one}" Type="${documentSpace}/worksheet" Target="worksheets/sheet${one}.xml"/>`,
  )}<Relationship Id="rId${sheets + 1}" Type="${documentSpace}/styles" Target="styles.xml"/></Relationships>`;

export const packageRelations = `${xml}<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${documentSpace}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const contentTypes = (sheets: number): string =>
  `${xml}<Types xmlns="${packageSpace}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>` +
  `${each(
    sheets,
    (one) =>
      `<Override PartName="/xl/worksheets/sheet${one}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  )}</Types>`;

const looks = ['text', 'head', 'number', 'money', 'date', 'instant'] as const;
export type Look = (typeof looks)[number];

/** One style for each look, in that order; 14 is the reader's own short date. */
export const styles =
  `${xml}<styleSheet xmlns="${main}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts>' +
  '<fonts count="2"><font/><font><b/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf/><xf numFmtId="4" applyNumberFormat="1"/>' +
  '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** A cell at a column (from 0) and a row (from 1). */
export function cellText(
  column: number,
  row: number,
  value: string | number | boolean,
  look: Look,
): string {
  const place = `r="${columnName(column)}${row}" s="${looks.indexOf(look)}"`;
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number' && Number.isFinite(value)) return `<c ${place}><v>${value}</v></c>`;
  const text = escaped(String(value));
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B … Z, AA, AB … */
function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** The most that a cell may hold. */
const longestText = 32_767;

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML has no way to write most control characters, so they are left out. */
function escaped(text: string): string {
  return text
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
    .replaceAll(/[&<>]/g, (sign) => marks[sign] ?? sign);
}
