import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { must } from '../../kernel/result.ts';
import { readEmail } from './read-email.ts';

const words = 'Здравствуйте! Не работает интернет по адресу: улица Лесная, 5. Ёлкин Юрий.';
const subject = 'Не работает интернет';

/** A message whose headers and body are put together of texts and bytes. */
function mail(...pieces: (string | Buffer)[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  );
}

const read = async (...pieces: (string | Buffer)[]) => must(await readEmail(mail(...pieces)));

const head = (contentType: string) =>
  `From: y.elkin@example.com\nSubject: x\n${contentType === '' ? '' : `Content-Type: ${contentType}\n`}\n`;

const encodings = ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866', 'utf-8'];

describe('a body', () => {
  test.each(
    encodings.flatMap((encoding) =>
      [
        encoding,
        '',
        'us-ascii',
        'iso-8859-1',
        'windows-1252',
        'unknown-8bit',
        'utf-8',
        'koi8-r',
        'windows-1251',
        'no-such',
      ].map((label) => [encoding, label] as const),
    ),
  )('in %s that says “%s”', async (encoding, label) => {
    const type = label === '' ? 'text/plain' : `text/plain; charset=${label}`;
    const { text } = await read(head(type), iconv.encode(words, encoding));
    expect(text).toBe(words);
  });

  test.each([
    ['nothing but the letters', ''],
    ['the kind of text alone', 'text/plain'],
    ['the name of Russian Windows', 'text/plain; charset="Windows-1251"'],
    ['its other name', "text/plain; charset='cp-1251'"],
    ['one with a prefix', 'text/plain; charset=x-cp1251'],
  ])('with %s', async (_what, type) => {
    expect((await read(head(type), iconv.encode(words, 'windows-1251'))).text).toBe(words);
  });

  test('in quoted-printable and in Base64', async () => {
    const quoted = [...iconv.encode(words, 'koi8-r')]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
      .replaceAll(/((?:=..){24})/g, '$1=\r\n');
    const type = 'text/plain; charset=koi8-r\nContent-Transfer-Encoding: ';
    expect((await read(head(`${type}quoted-printable`), quoted)).text).toBe(words);
    const base64 = iconv
      .encode(words, 'koi8-r')
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\n');
    expect((await read(head(`${type}base64`), base64)).text).toBe(words);
    expect((await read(head(`${type}7bit`), iconv.encode(words, 'koi8-r'))).text).toBe(words);
  });

  test('in UTF-16 and in UTF-8 with a mark, with a few spoilt bytes', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(words, 'utf-16le')]);
    const type = 'text/plain; charset=utf-16\nContent-Transfer-Encoding: base64';
    expect((await read(head(type), wide.toString('base64'))).text).toBe(words);
    expect((await read(head('text/plain'), `\uFEFF${words}`)).text).toBe(words);
    const spoilt = Buffer.from(words);
    spoilt[9] = 0xff;
    expect((await read(head('text/plain'), spoilt)).text).toContain('Не работает интернет');
  });

  test.each([
    ['windows-1252', 'Schöne Grüße aus Köln, Frau Müller möchte kündigen.'],
    ['iso-8859-1', 'Le café est fermé, l’été à la forêt.'.replace('’', "'")],
    ['iso-8859-2', 'Příliš žluťoučký kůň úpěl ďábelské ódy.'],
    ['gb2312', '您好，我想取消我的订阅，谢谢。请尽快回复我，因为我下周要搬家。'],
    ['shift_jis', 'こんにちは、インターネットが動きません。'],
    [
      'windows-1253',
      'Καλημέρα, το διαδίκτυο δεν λειτουργεί εδώ και δύο ημέρες, παρακαλώ βοηθήστε.',
    ],
    ['windows-1255', 'שלום, האינטרנט לא עובד כבר יומיים, אנא עזרו לי בבקשה.'],
    ['windows-1256', 'مرحبا، الإنترنت لا يعمل منذ يومين، أرجو المساعدة من فضلكم.'],
    ['euc-kr', '안녕하세요, 인터넷이 이틀째 안 됩니다. 도와주세요.'],
    ['big5', '您好，網路已經兩天不能用了，請幫忙處理，謝謝。'],
    [
      'windows-1251',
      'Доброго дня! Інтернет не працює вже два дні, допоможіть, будь ласка. Її немає.',
    ],
    ['windows-1254', 'Merhaba, internet bağlantım çalışmıyor, şikâyetçiyim.'],
  ])('in %s of another tongue is read by its label', async (encoding, text) => {
    const type = `text/plain; charset=${encoding}`;
    expect((await read(head(type), iconv.encode(text, encoding))).text).toBe(text);
  });

  test('of HTML is read by what the page says, and by its letters', async () => {
    const page = (meta: string) => `<html><head>${meta}</head><body><p>${words}</p></body></html>`;
    for (const meta of ['<meta charset="koi8-r">', '<meta charset="utf-8">', '']) {
      const { text } = await read(head('text/html'), iconv.encode(page(meta), 'koi8-r'));
      expect(text).toBe(words);
    }
  });
});

const encoded = (text: string, encoding: string, label = encoding) =>
  `=?${label}?B?${iconv.encode(text, encoding).toString('base64')}?=`;

describe('a header', () => {
  const subjectOf = async (value: string | Buffer) =>
    (await read('From: a@example.com\nSubject: ', value, `\n\n${words}`)).subject;

  test.each(encodings)('in %s', async (encoding) => {
    expect(await subjectOf(encoded(subject, encoding))).toBe(subject);
    expect(await subjectOf(encoded(subject, encoding, 'utf-8'))).toBe(subject);
    expect(await subjectOf(iconv.encode(subject, encoding))).toBe(subject);
  });

  test('split inside a letter, by every byte', async () => {
    const bytes = Buffer.from(subject);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const halves = [bytes.subarray(0, cut), bytes.subarray(cut)];
      const base64 = halves.map((half) => `=?utf-8?B?${half.toString('base64')}?=`).join('\n ');
      const hex = (half: Buffer) => half.toString('hex').toUpperCase().replaceAll(/../g, '=$&');
      const quoted = halves.map((half) => `=?UTF-8?Q?${hex(half)}?=`).join(' ');
      expect(await subjectOf(base64)).toBe(subject);
      expect(await subjectOf(quoted)).toBe(subject);
    }
  });

  test('whose Base64 was cut into words afterwards', async () => {
    const base64 = Buffer.from(subject).toString('base64');
    const cut = `=?utf-8?B?${base64.slice(0, 10)}?= =?utf-8?B?${base64.slice(10)}?=`;
    expect(await subjectOf(cut)).toBe(subject);
  });

  test.each([
    [
      '=?utf-8?Q?=D0=A2=D0=B5=D1=81=D1=82_=D1=81 =D0=BF=D1=80=D0=BE=D0=B1=D0=B5=D0=BB=D0=BE=D0=BC?=',
      'Тест с пробелом',
    ],
    ['=?utf-8?Q?=D0=A7=D1=82=D0=BE??=', 'Что?'],
    ['=?utf-8?B?0KLQtdGB0YI=', 'Тест'],
    ['Re: =?utf-8?b?0KLQtdGB0YI=?= and =?utf-8*ru?b?0KLQtdGB0YI=?=!', 'Re: Тест and Тест!'],
    ['=?koi8-r?B?9MXT1A==?= =?utf-8?B?0KLQtdGB0YI=?=', 'ТестТест'],
    ['=?broken', '=?broken'],
    ['plain =?us-ascii?Q?and_simple?=', 'plain and simple'],
    ['a\n\tb', 'a b'],
  ])('%s', async (value, text) => {
    expect(await subjectOf(value)).toBe(text);
  });

  test('is one line without signs that nobody sees', async () => {
    expect(await subjectOf(encoded('a\0b\r\nBcc: c\u202Egpj', 'utf-8'))).toBe('ab Bcc: cgpj');
  });
});

describe('an address', () => {
  const from = async (value: string | Buffer) =>
    (await read('Subject: x\nFrom: ', value, '\n\nx')).from;
  const ivan = { address: 'i.gromov@example.com', name: 'Иван Громов' };

  test.each([
    ['Иван Громов <I.Gromov@Example.COM>'],
    ['"Иван Громов" <i.gromov@example.com>'],
    ["'Иван Громов' <i.gromov@example.com>"],
    ['i.gromov@example.com (Иван Громов)'],
    [`${encoded('Иван Громов', 'koi8-r')} <i.gromov@example.com>`],
    [`"${encoded('Иван Громов', 'utf-8')}" <i.gromov@example.com>`],
    [encoded('Иван Громов <i.gromov@example.com>', 'utf-8')],
    ['Иван Громов <mailto:i.gromov@example.com>'],
    ['Иван Громов <i.gromov@example.com'],
    ['"Иван Громов <i.gromov@example.com>'],
    ['Иван Громов i.gromov@example.com'],
  ])('%s', async (value) => {
    expect(await from(value)).toEqual(ivan);
  });

  test('of raw letters of Windows', async () => {
    expect(await from(iconv.encode('Иван Громов <i.gromov@example.com>', 'windows-1251'))).toEqual(
      ivan,
    );
  });

  test.each([
    ['<почта@пример.рф>', { address: 'почта@пример.рф', name: '' }],
    ['a@xn--e1afmkfd.xn--p1ai', { address: 'a@пример.рф', name: '' }],
    ['a@xn--e1afmkfd--.xn--', { address: 'a@xn--e1afmkfd--.xn--', name: '' }],
    ['"a@example.com" <a@example.com>', { address: 'a@example.com', name: '' }],
    ['Громов, Иван <a@example.com>', { address: 'a@example.com', name: 'Громов, Иван' }],
    ['<>', null],
    ['нет адреса', null],
    [`${'a'.repeat(300)}@example.com`, null],
  ])('%s', async (value, address) => {
    expect(await from(value)).toEqual(address);
  });

  test('of several, in a group, with commas and empty places', async () => {
    const { to, cc, replyTo } = await read(
      'From: a@example.com\nTo: "Отдел, первый" <b@example.com>,, c@example.com (В),\n',
      ' Соседи: d@example.com, Е <e@example.com>; undisclosed-recipients:;\n',
      'Cc: f@example.com; g@example.com\nReply-To: <h@example.com>\n\nx',
    );
    expect(to).toEqual([
      { address: 'b@example.com', name: 'Отдел, первый' },
      { address: 'c@example.com', name: 'В' },
      { address: 'd@example.com', name: '' },
      { address: 'e@example.com', name: 'Е' },
    ]);
    expect(cc.map(({ address }) => address)).toEqual(['f@example.com', 'g@example.com']);
    expect(replyTo).toEqual({ address: 'h@example.com', name: '' });
  });
});

test.each([
  ['Sat, 10 Oct 2026 12:40:00 +0300', '2026-10-10T09:40:00.000Z'],
  ['10 Oct 2026 12:40 +0300 (MSK)', '2026-10-10T09:40:00.000Z'],
  ['Sat, 10 Oct 26 12:40:00 GMT', '2026-10-10T12:40:00.000Z'],
  ['Sat,10 October 2026 5:40:00 -0730', '2026-10-10T13:10:00.000Z'],
  ['Sat, 31 Feb 2026 12:40:00 +0300', null],
  ['Sat, 10 Oct 1926 12:40:00 +0300', null],
  ['yesterday', null],
  ['', null],
])('the date “%s”', async (value, instant) => {
  const { sentAt } = await read(`From: a@example.com\nDate: ${value}\n\nx`);
  expect(sentAt?.toISOString() ?? null).toBe(instant);
});

test('identifiers, folded, doubled, without brackets, and too many', async () => {
  const many = Array.from({ length: 300 }, (_, at) => `<${at}@example.com>`).join('\n ');
  const message = await read(
    'From: a@example.com\nMessage-ID: <abc@\n example.com>\nIn-Reply-To: <x@y> (Иван) <x@y>\n',
    `References: ${many}\n\nx`,
  );
  expect([message.messageId, message.inReplyTo]).toEqual(['abc@example.com', ['x@y']]);
  expect(message.references.length).toBe(100);
  expect([message.references[0], message.references.at(-1)]).toEqual([
    '0@example.com',
    '299@example.com',
  ]);
  const bare = await read(
    `From: a@example.com\nMessage-ID: bare@example.com\nReferences: ${'r'.repeat(2000)}@x\n\nx`,
  );
  expect([bare.messageId, bare.references.map((id) => id.length)]).toEqual([
    'bare@example.com',
    [500],
  ]);
});
