import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/proof.ts';
import { readEmail } from './read-email.ts';
import { buildTnef, packRtf } from './testing/build-tnef.ts';
import { dangersIn } from './testing/dangers.ts';
import { mutated } from './testing/mutations.ts';

const numRuns = runs(300, 10_000);

/** Of the processor, however many share it; the slowest of all these takes a third. */
const LONGEST_MS = 5000;

/** What is read of a letter is as much as the letter, and what a reader adds to it. */
const MOST_TIMES = 4;
const ADDED_BYTES = 100_000;

/** What is amiss with what was made of some bytes. */
async function faultsOf(raw: Buffer): Promise<string[]> {
  const before = process.cpuUsage();
  const read = await readEmail(raw);
  const tookMs = process.cpuUsage(before).user / 1000;
  const faults = tookMs < LONGEST_MS ? [] : [`took ${tookMs} ms`];
  if (!read.ok) {
    const isKnown = /^channels\.(?:not_mail|too_many_parts|too_deep)$/.test(read.failure.code);
    return isKnown ? faults : [...faults, read.failure.code];
  }
  const { files, from, to, references, ...message } = read.value;
  const names = files.map(({ name }) => name);
  const words = [message.text, message.quoted, message.html ?? ''].join('');
  const heldBytes = files.reduce((sum, { content }) => sum + content.length, words.length);
  if (heldBytes > MOST_TIMES * raw.length + ADDED_BYTES) faults.push(`holds ${heldBytes} bytes`);
  const shown = [
    message.text,
    message.quoted,
    message.subject,
    from?.name,
    from?.address,
    ...names,
  ];
  if (Math.max(to.length, references.length) > 500) faults.push('no bound');
  return [
    ...faults,
    ...dangersIn(message.html ?? ''),
    ...shown.filter((one) => /(?![\t\n])\p{Cc}|\p{Cs}/u.test(one ?? '')).map(String),
    ...names.filter((name) => !/^[^\\/:*?"<>|]{1,120}$/.test(name)),
  ];
}

async function expectSound(raw: Buffer): Promise<void> {
  expect(await faultsOf(raw)).toEqual([]);
}

test('no change of a message makes it throw, tarry, or show what could do harm', async () => {
  await fc.assert(fc.asyncProperty(mutated, expectSound), { seed: 20_261_010, numRuns });
});

test('nor do bytes that were never a message', async () => {
  const typed = fc
    .tuple(
      fc.constantFrom('', 'text/html', 'multipart/mixed; boundary=b', 'application/ms-tnef'),
      fc.uint8Array({ maxLength: 2000 }),
    )
    .map(([type, body]) =>
      Buffer.concat([Buffer.from(`From: a@b.example\nContent-Type: ${type}\n\n`), body]),
    );
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((one) => Buffer.from(one)),
    typed,
  );
  await fc.assert(fc.asyncProperty(any, expectSound), { seed: 20_261_010, numRuns });
});

const tnefHeaders = 'Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64';

/** Lines in any order: whose they are may be in doubt, but none may be lost. */
test('every word of a letter is in its text or in what was cut from it', async () => {
  const line = fc.constantFrom(
    '> Цитата',
    '>> Старше',
    'Иван пишет:',
    '10.10.2026, 12:15, "Берег" <help@bereg.example>:',
    'сб, 10 окт. 2026 г. в 12:15, Берег <',
    'help@bereg.example>:',
    '-----Исходное сообщение-----',
    '---------- Forwarded message ---------',
    'От: Берег <help@bereg.example>',
    'Отправлено: 9 октября 2026 г.',
    'Кому: Иван',
    'Тема: Заявка',
    '-- ',
    'С уважением, Иван',
    'Отправлено с iPhone',
    'P.S. Ещё одно.',
    'Слова самого абонента о том, что интернет не работает?',
    '',
  );
  const letters = fc.array(line, { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(letters, fc.boolean(), async (lines, isForwarded) => {
      const head = `From: a@example.com\nSubject: ${isForwarded ? 'Fwd: x' : 'Re: x'}\n\n`;
      const read = await readEmail(Buffer.from(head + lines.join('\n')));
      const given = lines.flatMap((one) => one.split(/\s+/)).filter(Boolean);
      const kept = read.ok ? `${read.value.text}\n${read.value.quoted}`.split(/\s+/) : [];
      expect(kept.filter(Boolean).toSorted()).toEqual(given.toSorted());
    }),
    { seed: 20_261_010, numRuns },
  );
});

test.each<[string, Buffer]>([
  ['elements within elements', html('<div>'.repeat(200_000))],
  ['ends of elements that never began', html('<i>'.repeat(100_000) + '</b>'.repeat(100_000))],
  ['a style without end', html(`<p style="${'color:red;'.repeat(100_000)}">a</p>`)],
  ['attributes without end', html(`<p ${'a=1 '.repeat(200_000)}>a</p>`)],
  [
    'quotations within quotations',
    html('<blockquote type=cite>'.repeat(2000) + 'слово '.repeat(90_000)),
  ],
  ['brackets of addresses', headed(`To: ${'g: <('.repeat(30_000)}`)],
  ['groups of addresses', headed(`To: ${'g:'.repeat(30_000)}a@b.example;`)],
  ['beginnings of encoded words', headed(`Subject: ${'=?utf-8?q?'.repeat(10_000)}`)],
  ['headers', headed('X: y\n'.repeat(300_000))],
  ['a header of many lines', headed(`References: ${'<a@b>\n '.repeat(300_000)}`)],
  [
    'boundaries that are none',
    headed('Content-Type: multipart/mixed; boundary=b', '--b-\n'.repeat(1_000_000)),
  ],
  ['lines that end in colons', headed('', '10.10.2026, 12:15, a@b.example от:\n'.repeat(30_000))],
  ['lines that begin as headers', headed('', 'От: a\n'.repeat(150_000))],
  ['lines of a signature', headed('', 'С уважением,\n'.repeat(60_000))],
  [
    'padding of Base64',
    headed('Content-Type: a/b\nContent-Transfer-Encoding: base64', 'QQ=='.repeat(1_000_000)),
  ],
  ['groups of RTF', headed(tnefHeaders, groupsOfRtf(500_000))],
  ['hard blanks', html('\u00a0 '.repeat(300_000))],
  ['empty lines of a bounce', headed('X-Failed-Recipients: a@b.example', '\n'.repeat(1_000_000))],
  ['one long line', headed('', 'а'.repeat(500_000))],
])('many %s cost little', async (_what, raw) => {
  await expectSound(raw);
});

function groupsOfRtf(count: number): string {
  const value = packRtf('{'.repeat(count));
  return buildTnef([{ tag: 0x1009, type: 0x102, value }], []).toString('base64');
}

function headed(header: string, body = 'x'): Buffer {
  return Buffer.from(`From: mailer-daemon@example.com\n${header}\n\n${body}`);
}

function html(body: string): Buffer {
  return headed('Content-Type: text/html; charset=utf-8', body);
}
