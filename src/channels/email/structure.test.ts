import { expect, test } from 'vitest';
import { must } from '../../kernel/result.ts';
import { MAX_DEPTH, MAX_MAIL_BYTES, MAX_PARTS, MAX_TEXT_BYTES } from './limits.ts';
import { readEmail } from './read-email.ts';
import { endings, readCorpus } from './testing/corpus.ts';

type File = [name: string, contentType: string, sizeBytes: number, isInline: boolean];
type Reading = { text: string; files?: File[]; subject?: string; html?: string | null };

const readings: Record<string, Reading> = {
  alternative: {
    text: 'Не работает телевидение.',
    html: '<p>Не работает <b>телевидение</b>.</p>',
  },
  'alternative-empty-plain': { text: 'Не работает телевидение.' },
  'mixed-files': {
    text: 'Документы во вложении.',
    html: null,
    files: [
      ['Договор.pdf', 'application/pdf', 23, false],
      ['Скан паспорта.jpg', 'image/jpeg', 7, false],
      ['Акт сверки.xlsx', 'application/octet-stream', 7, false],
    ],
  },
  'related-picture': {
    text: 'Смотрите снимок:',
    files: [
      ['shot.png', 'image/png', 7, true],
      ['logo.png', 'image/png', 7, false],
    ],
  },
  'text-file-text': {
    text: 'Вот фото до:\n\nА вот после:\n\nПомогите.',
    files: [
      ['before.jpg', 'image/jpeg', 7, false],
      ['after.jpg', 'image/jpeg', 7, false],
    ],
  },
  'no-end': {
    text: 'Последняя граница потерялась.',
    files: [['a.pdf', 'application/pdf', 7, false]],
  },
  'no-boundary': {
    text: 'Граница названа только в тексте.',
    files: [['a.csv', 'text/csv', 7, false]],
  },
  'wrong-boundary': { text: 'Слова без единой границы.', html: null },
  calendar: { text: 'Встреча с мастером в среду.' },
  'calendar-alone': { text: '', html: null },
  signed: {
    text: 'Подписанное заявление.',
    files: [['smime.p7s', 'application/pkcs7-signature', 7, false]],
  },
  'only-pdf': { text: '', files: [['scan.pdf', 'application/pdf', 7, false]] },
  'deep-mixed': {
    text: 'Счёт и снимок внутри.',
    files: [
      ['file-1.png', 'image/png', 7, true],
      ['schet.pdf', 'application/pdf', 7, false],
    ],
  },
  'spoilt-base64': {
    text:
      'Здравствуйте! Интернет пропал\n____________\nChecked by a scanner, no threats found.\n\n' +
      'А это вовсе не закодировано.',
  },
  'folded-without-blank': { text: 'Слова письма.', subject: 'Тема письма, которую разорвали' },
  'no-empty-line': { text: 'Здравствуйте, интернета нет.\nИван', subject: 'Без пустой строки' },
  'mbox-line': { text: 'Слова письма.', subject: 'Из ящика' },
};

for (const ending of endings) {
  test.each(Object.entries(readings))(`%s, lines ending in ${ending}`, async (name, reading) => {
    const read = await readCorpus(name, ending);
    const files = read.files.map((file): File => [
      file.name,
      file.contentType,
      file.content.length,
      file.isInline,
    ]);
    const { text, html, subject } = read;
    expect({ text, html, subject, files }).toMatchObject(reading);
    expect(read.quoted).toBe('');
  });
}

test('a message within is a file of its subject, whole', async () => {
  const { text, files } = await readCorpus('nested-message', 'CRLF');
  expect(text).toBe('Пересылаю вложением.');
  const [file] = files;
  expect([file!.name, file!.contentType]).toEqual(['Обрыв кабеля.eml', 'message/rfc822']);
  const inner = must(await readEmail(file!.content));
  expect([inner.text, inner.messageId]).toEqual([
    'Кабель на чердаке перерезан.',
    'inner@example.net',
  ]);
});

test('an invitation is a file beside the words', async () => {
  const { files } = await readCorpus('calendar', 'LF');
  expect(files.map(({ name, contentType }) => [name, contentType])).toEqual([
    ['file-1.ics', 'text/calendar'],
  ]);
  expect(files[0]!.content.toString()).toMatch(/^BEGIN:VCALENDAR[^]*END:VCALENDAR$/);
});

test('names of files lead nowhere and keep their endings', async () => {
  const { files } = await readCorpus('bad-names', 'LF');
  const names = files.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['_.._etc_passwd', 'C_docs_счёт_.pdf', 'file-3.png']);
  expect(names[3]).toMatch(/^длинное-имя-.*\.docx$/);
  expect(names[3]!.length).toBe(120);
});

test('an alternative whose HTML has a file in its middle is read once and shown whole', async () => {
  const part = (type: string, body: string) =>
    `Content-Type: ${type}\nContent-Transfer-Encoding: 8bit\n\n${body}\n`;
  const html = (body: string) => part('text/html; charset=utf-8', body);
  const inner = `--i\n${html('<p>До</p>')}--i\n${part('a/b; name=a.b', 'x')}--i\n${html('<p>После</p>')}--i--`;
  const outer = `--o\n${part('text/plain; charset=utf-8', 'До\n\nПосле')}--o\n`;
  const body = `${outer}${part('multipart/mixed; boundary=i', inner)}--o--\n`;
  const read = must(
    await readEmail(plainMail(body, 'Content-Type: multipart/alternative; boundary=o\n')),
  );
  expect([read.text, read.html]).toEqual(['До\n\nПосле', '<p>До</p><br />\n<p>После</p>']);
  expect(read.files.map(({ name }) => name)).toEqual(['a.b']);
});

const plainMail = (body: string, headers = '') =>
  Buffer.from(`From: a@example.com\nSubject: x\n${headers}\n${body}`);

test('what stands beyond the limit of a text is kept as a file', async () => {
  const body = 'слово '.repeat(MAX_TEXT_BYTES / 10);
  const headers = 'Content-Type: text/plain; charset=utf-8\n';
  const { text, files } = must(await readEmail(plainMail(body, headers)));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_TEXT_BYTES + 3);
  expect(files.map(({ name, content }) => [name, content.toString()])).toEqual([
    ['file-1.txt', body],
  ]);
});

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'channels.not_mail'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'channels.not_mail'],
  ['a text without headers', Buffer.from('Здравствуйте!\nИнтернета нет.\n'), 'channels.not_mail'],
  ['a page', Buffer.from('<html><body>x: y</body></html>'), 'channels.not_mail'],
  ['too much', Buffer.alloc(MAX_MAIL_BYTES + 1, 0x20), 'channels.too_large'],
  ['too many parts', manyParts(MAX_PARTS), 'channels.too_many_parts'],
  ['too deep parts', deepParts(MAX_DEPTH + 1), 'channels.too_deep'],
])('%s is a failure', async (_what, raw, code) => {
  const read = await readEmail(raw);
  expect(read.ok ? 'ok' : read.failure.code).toBe(code);
});

test('as many parts, and as deep, as the limits allow are read', async () => {
  expect((await readEmail(manyParts(MAX_PARTS - 1))).ok).toBe(true);
  expect((await readEmail(deepParts(MAX_DEPTH))).ok).toBe(true);
});

function manyParts(count: number): Buffer {
  return plainMail('--b\n\nx\n'.repeat(count), 'Content-Type: multipart/mixed; boundary=b\n');
}

function deepParts(depth: number): Buffer {
  let head = '';
  for (let at = 0; at < depth; at += 1) {
    head += `Content-Type: multipart/mixed; boundary=b${at}.\n\n--b${at}.\n`;
  }
  return Buffer.from(`From: a@example.com\n${head}\nx\n`);
}
