import fc from 'fast-check';
import { corpusMail, corpusNames, endings } from './corpus.ts';

type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, share: number) => Math.floor(share * bytes.length);

const flipped = fc
  .array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 })
  .map<Mutation>((flips) => (bytes) => {
    const out = Buffer.from(bytes);
    for (const [share, byte] of flips) if (out.length > 0) out[at(out, share)] = byte;
    return out;
  });

const cut = fc.tuple(place, place).map<Mutation>(([from, to]) => (bytes) => {
  const [start, end] = [at(bytes, Math.min(from, to)), at(bytes, Math.max(from, to))];
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
});

const ended = place.map<Mutation>((share) => (bytes) => bytes.subarray(0, at(bytes, share)));

const doubled = fc
  .tuple(place, place, fc.integer({ min: 1, max: 40 }))
  .map<Mutation>(([from, length, times]) => (bytes) => {
    const start = at(bytes, from);
    const piece = bytes.subarray(start, start + at(bytes, length / 4));
    const repeated = Array.from({ length: times }, () => piece);
    return Buffer.concat([bytes.subarray(0, start), ...repeated, bytes.subarray(start)]);
  });

/** Puts pieces between boundaries, or lines, into another order. */
const shuffled = fc
  .tuple(fc.constantFrom('--=_', '\n', '\n\n', ': '), fc.infiniteStream(fc.nat({ max: 1000 })))
  .map<Mutation>(([mark, order]) => (bytes) => {
    const pieces = bytes.toString('latin1').split(mark);
    const ranked = pieces.map((piece) => [order.next().value as number, piece] as const);
    const sorted = ranked.toSorted((a, b) => a[0] - b[0]).map(([, piece]) => piece);
    return Buffer.from(sorted.join(mark), 'latin1');
  });

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://spy.example/a.png">',
  '<a href="java\tscript:alert(1)">',
  '<svg><style><img src=x onerror=a()></style>',
  '<p style="background:url(https://spy.example)">',
  '<!--><img src=x onerror=a()>-->',
  '<blockquote type=cite>',
  '</div></blockquote>',
  '=?utf-8?B?',
  'Content-Type: text/html\n\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Type: multipart/mixed; boundary="',
  'charset=utf-7',
  '\n\n',
  '\n> ',
  '\nОт: x\nКому: y\nТема: z\n',
  '\0\u202E\uFEFF',
  '\r',
];

const inserted = fc
  .tuple(place, fc.constantFrom(...hostile))
  .map<Mutation>(([share, text]) => (bytes) => {
    const where = at(bytes, share);
    return Buffer.concat([bytes.subarray(0, where), Buffer.from(text), bytes.subarray(where)]);
  });

const spliced = fc
  .tuple(fc.constantFrom(...corpusNames), place)
  .map<Mutation>(([name, share]) => (bytes) => {
    const other = corpusMail(name, 'LF');
    return Buffer.concat([bytes.subarray(0, at(bytes, share)), other.subarray(at(other, share))]);
  });

/** The first lines up to an empty one, and the rest. */
function headAndBody(bytes: Buffer): [string[], string] {
  const text = bytes.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) return [text.split('\n'), ''];
  return [text.slice(0, end.index).split('\n'), text.slice(end.index)];
}

const joined = (head: readonly string[], body: string): Buffer =>
  Buffer.from(head.join('\n') + body, 'latin1');

/** Puts the lines of the headers into another order, and some of them twice. */
const headersMixed = fc
  .tuple(fc.infiniteStream(fc.nat({ max: 1000 })), fc.nat({ max: 4 }))
  .map<Mutation>(([order, twice]) => (bytes) => {
    const [head, body] = headAndBody(bytes);
    const ranked = [...head, ...head.slice(0, twice)].map((line) => {
      return [order.next().value as number, line] as const;
    });
    return joined(
      ranked.toSorted((a, b) => a[0] - b[0]).map(([, line]) => line),
      body,
    );
  });

const charsets = ['koi8-r', 'windows-1251', 'utf-8', 'utf-16le', 'us-ascii', 'iso-2022-jp', 'x-no'];

/** Says another charset, or another way of writing, than the bytes have. */
const lied = fc
  .tuple(
    fc.constantFrom(...charsets),
    fc.constantFrom('base64', 'quoted-printable', '8bit', 'x-uuencode', 'binary'),
    fc.boolean(),
  )
  .map<Mutation>(([charset, encoding, isOfCharset]) => (bytes) => {
    const text = bytes.toString('latin1');
    const said = isOfCharset
      ? text.replaceAll(/charset="?[\w-]+"?/gi, `charset=${charset}`)
      : text.replaceAll(/(content-transfer-encoding:)[^\n]*/gi, `$1 ${encoding}`);
    return Buffer.from(said, 'latin1');
  });

/** Changes the name of a boundary or takes it away, where it is said or where it stands. */
const unbounded = fc
  .tuple(fc.constantFrom('said', 'stands'), fc.constantFrom('', 'x', '"', '--', ' '))
  .map<Mutation>(([where, by]) => (bytes) => {
    const text = bytes.toString('latin1');
    const spoilt =
      where === 'said'
        ? text.replace(/(boundary="?)[^"\s;]{0,5}/i, `$1${by}`)
        : text.replace(/\n--[^\n]{0,6}/, `\n--${by}`);
    return Buffer.from(spoilt, 'latin1');
  });

/** Damages what Base64 and quoted-printable are written by. */
const miscoded = fc
  .tuple(fc.constantFrom('=\n', '=Z', '=', '====', '*', '=D0', '\n\n'), place)
  .map<Mutation>(([sign, share]) => (bytes) => {
    const text = bytes.toString('latin1');
    const from = text.search(/(?:=[\dA-F]{2}){3}|\n[\w+/]{60,}/i);
    const where = from === -1 ? at(bytes, share) : from + Math.floor(share * 40);
    return Buffer.from(text.slice(0, where) + sign + text.slice(where), 'latin1');
  });

/** Lays it into so many others, as a message or as a part. */
const nested = fc
  .tuple(fc.constantFrom(2, 20, 31, 100), fc.boolean())
  .map<Mutation>(([depth, isMessage]) => (bytes) => {
    const type = (level: number): string =>
      isMessage ? 'message/rfc822' : `multipart/mixed; boundary="b${level}"`;
    const levels = Array.from({ length: depth }, (_, level) => level);
    const opened = levels.map(
      (level) => `Content-Type: ${type(level)}\n\n${isMessage ? '' : `--b${level}\n`}`,
    );
    return Buffer.concat([Buffer.from(`From: a@b.example\n${opened.join('')}`), bytes]);
  });

/** Makes one header, or all of them together, longer than any program writes. */
const swollen = fc
  .tuple(fc.constantFrom('Subject', 'To', 'References', 'X-Long', 'Content-Type'), fc.boolean())
  .map<Mutation>(([name, isOne]) => (bytes) => {
    const grown = isOne
      ? `${name}: ${'<я@b.example>, '.repeat(20_000)}\n`
      : `${name}: я\n`.repeat(40_000);
    return Buffer.concat([Buffer.from(grown), bytes]);
  });

const mutations = [
  flipped,
  cut,
  ended,
  doubled,
  shuffled,
  inserted,
  spliced,
  headersMixed,
  lied,
  unbounded,
  miscoded,
  nested,
  swollen,
];

/** A letter of the corpus with its ends of lines, spoilt in up to four ways one after another. */
export const mutated = fc
  .tuple(
    fc.constantFrom(...corpusNames),
    fc.constantFrom(...endings),
    fc.array(fc.oneof(...mutations), { minLength: 1, maxLength: 4 }),
  )
  .map(([name, ending, chosen]) =>
    chosen.reduce((bytes, mutate) => mutate(bytes), corpusMail(name, ending)),
  );
