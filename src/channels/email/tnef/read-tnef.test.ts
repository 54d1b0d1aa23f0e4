import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { must } from '../../../kernel/result.ts';
import { readEmail } from '../read-email.ts';
import { buildTnef, packRtf, type TnefProperty } from '../testing/build-tnef.ts';
import { readRtf } from './read-rtf.ts';
import { readTnef } from './read-tnef.ts';
import { unpackRtf } from './unpack-rtf.ts';

const wide = (tag: number, text: string): TnefProperty => ({
  tag,
  type: 0x1f,
  value: Buffer.from(`${text}\0`, 'utf16le'),
});
const narrow = (tag: number, text: string): TnefProperty => ({
  tag,
  type: 0x1e,
  value: Buffer.from(`${text}\0`, 'latin1'),
});
const bytes = (tag: number, value: Buffer): TnefProperty => ({ tag, type: 0x102, value });
const number = (tag: number): TnefProperty => ({ tag, type: 3, value: Buffer.alloc(4, 1) });

const pdf = Buffer.from('%PDF-1.4 договор');

const container = buildTnef(
  [number(0x0017), wide(0x8001, 'важно'), wide(0x1000, 'Слова из контейнера.')],
  [
    {
      title: 'DOGOVO~1.PDF',
      content: pdf,
      properties: [number(0x3705), wide(0x3707, 'Договор.pdf'), narrow(0x370e, 'application/pdf')],
    },
    {
      title: 'shot.png',
      content: Buffer.from('picture'),
      properties: [wide(0x3712, 'shot@example.com')],
    },
  ],
);

const letter = (body: string, ...parts: string[]) =>
  Buffer.from(
    ['From: a@example.com\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n', body, ...parts]
      .join('\n--b\n')
      .concat('\n--b--\n'),
  );
const asPart = (content: Buffer) =>
  `Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n${content.toString('base64')}`;

test('files of a winmail.dat stand in its place', async () => {
  const { text, files } = must(await readEmail(letter('\nСлова письма.', asPart(container))));
  expect(text).toBe('Слова письма.');
  expect(files.map(({ name, contentType, contentId }) => [name, contentType, contentId])).toEqual([
    ['Договор.pdf', 'application/pdf', null],
    ['shot.png', 'application/octet-stream', 'shot@example.com'],
  ]);
  expect(files[0]!.content).toEqual(pdf);
});

test('its body is read where the message has no other', async () => {
  const { text } = must(await readEmail(letter(asPart(container))));
  expect(text).toBe('Слова из контейнера.');
  const html = buildTnef(
    [bytes(0x1013, iconv.encode('<p>Слова <b>страницы</b></p>', 'cp1251'))],
    [],
  );
  const read = must(await readEmail(letter(asPart(html))));
  expect([read.text, read.html]).toEqual(['Слова страницы', '<p>Слова <b>страницы</b></p>']);
  const rtf = buildTnef(
    [bytes(0x1009, packRtf("{\\rtf1\\ansi\\ansicpg1251 \\'d1\\'eb\\'ee\\'e2\\'e0.\\par }"))],
    [],
  );
  expect(must(await readEmail(letter(asPart(rtf)))).text).toBe('Слова.');
});

test('what is no container stays a file of its name', async () => {
  const { files } = must(
    await readEmail(letter('\nx', asPart(Buffer.from('nothing of the kind')))),
  );
  expect(files.map(({ name }) => name)).toEqual(['winmail.dat']);
});

test('one that is cut at any byte gives what stands before', () => {
  for (let end = 0; end < container.length; end += 1) {
    const opened = readTnef(container.subarray(0, end));
    expect(opened === null).toBe(end < 4);
    expect([0, 1, 2]).toContain(opened?.files.length ?? 0);
  }
});

// The two examples of MS-OXRTFCP, 4.1: a text with repeats, and one that reads what it writes.
test.each([
  [
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  ],
  ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}'],
])('packed RTF of the format’s own example', (packed, rtf) => {
  expect(unpackRtf(Buffer.from(packed, 'hex')).toString('latin1')).toBe(rtf);
});

test.each([
  [
    "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}\\f0 \\'c4\\'e0\\par\\'cd\\'e5\\'f2}",
    'Да\nНет',
  ],
  ['{\\rtf1\\ansi\\uc1\\u1044?\\u1072?, \\{so\\} \\emdash\\~yes}', 'Да, {so} — yes'],
  ['{\\rtf1{\\*\\generator X;}{\\info secret}a\\tab b\\line c}', 'a\tb\nc'],
  ['{\\rtf1 unclosed {\\b bold', 'unclosed bold'],
  ['', ''],
])('the words of %s', (rtf, text) => {
  expect(readRtf(packRtf(rtf))).toBe(text);
});
