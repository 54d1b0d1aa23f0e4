import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTransfer } from './decode-transfer.ts';

const decoded = (body: string, encoding: string) =>
  decodeTransfer(Buffer.from(body, 'latin1'), encoding).toString('latin1');

test.each([
  ['a=41=4a=4A', 'aAJJ'],
  ['soft=\nbreak=\r\nagain', 'softbreakagain'],
  ['soft with blanks=  \t\nhere', 'soft with blankshere'],
  ['1 + 1 = 2', '1 + 1 = 2'],
  ['=4', '=4'],
  ['=', ''],
  ['==41', '=A'],
  ['=g1', '=g1'],
  ['=4g', '=4g'],
  ['', ''],
])('quoted-printable %j', (body, text) => {
  expect(decoded(body, 'quoted-printable')).toBe(text);
});

test.each([
  ['YWJj', 'abc'],
  ['YW\r\nJj\n', 'abc'],
  ['YWI=\nYWI=', 'abab'],
  ['YQ==YQ==', 'aa'],
  ['YWJ', 'ab'],
  ['YW*Jj', 'YW*Jj'],
  ['plain words, not encoded', 'plain words, not encoded'],
  ['YWJj\n\n-- \nA list of letters', 'abc\n-- \nA list of letters'],
  ['', ''],
])('Base64 %j', (body, text) => {
  expect(decoded(body, 'base64')).toBe(text);
});

test.each([
  ['7bit', 'a=41'],
  ['', 'a=41'],
  ['x-unknown', 'a=41'],
  ['Quoted-Printable (by hand)', 'aA'],
])('the encoding “%s”', (encoding, text) => {
  expect(decoded('a=41', encoding)).toBe(text);
});

test('gives back whatever bytes were encoded, in lines of any length', () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one));
  const property = fc.property(bytes, fc.integer({ min: 4, max: 76 }), (given, width) => {
    const broken = given.toString('base64').replaceAll(new RegExp(`(.{${width}})`, 'g'), '$1\r\n');
    expect(decodeTransfer(Buffer.from(broken), 'base64')).toEqual(given);
    const hex = given
      .toString('hex')
      .replaceAll(/../g, '=$&')
      .replaceAll(/(.{72})/g, '$1=\r\n');
    expect(decodeTransfer(Buffer.from(hex), 'quoted-printable')).toEqual(given);
  });
  fc.assert(property, { seed: 20_261_010, numRuns: 200 });
});
