import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';
import { neutraliseFormula } from './neutralise-formula.ts';

test.each([
  [['Иванов', 12, true, null], 'Иванов,12,true,\r\n'],
  [['a,b', 'say "hi"', 'two\nlines', ' edge '], '"a,b","say ""hi""","two\nlines"," edge "\r\n'],
  [['=1+1', '-12.5', '+79123456789', -3], "'=1+1,-12.5,+79123456789,-3\r\n"],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test('another program reads the cells that were written', () => {
  const signs = 'аb,;"\'=+-@\t\r\n 1'.split('');
  const rows = fc.array(fc.string({ unit: fc.constantFrom(...signs) }), {
    minLength: 2,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      (cells, delimiter) => {
        const records: string[][] = parse(csvLine(cells, delimiter), {
          delimiter,
          recordDelimiter: '\r\n',
        });
        expect(records[0]).toEqual(cells.map(neutraliseFormula));
      },
    ),
    { numRuns: 500 },
  );
});
