/** The fixed parts of a workbook, and its cells, in the XML of Office Open XML (ECMA-376). */
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const times = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at + 1)).join('');

export const workbook = (sheets: number): string => {
  const each = times(sheets, (one) => `<sheet name="${one}" sheetId="${one}" r:id="rId${one}"/>`);
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each}</sheets></workbook>`;
};

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;

const relations = (inner: string): string =>
  `${xml}<Relationships xmlns="${packaging}/relationships">${inner}</Relationships>`;

export const workbookRelations = (sheets: number): string =>
  relations(
    times(sheets, (one) => relation(one, 'worksheet', `worksheets/sheet${one}.xml`)) +
      relation(sheets + 1, 'styles', 'styles.xml'),
  );

export const packageRelations = relations(relation(1, 'officeDocument', 'xl/workbook.xml'));

const partType = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}" ContentType="${sheetType}.${type}+xml"/>`;

export const contentTypes = (sheets: number): string =>
  [
    `${xml}<Types xmlns="${packaging}/content-types">`,
    '<Default Extension="rels" ',
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    partType('workbook.xml', 'sheet.main'),
    partType('styles.xml', 'styles'),
    times(sheets, (one) => partType(`worksheets/sheet${one}.xml`, 'worksheet')),
    '</Types>',
  ].join('');

const looks = ['text', 'head', 'number', 'money', 'date', 'instant'] as const;
export type Look = (typeof looks)[number];

/** One style for each look, in that order; 14 is the reader's own short date. */
export const styles = [
  `${xml}<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts>',
  '<fonts count="2"><font/><font><b/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf/>',
  '<xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/>',
  '<xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
].join('');

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
