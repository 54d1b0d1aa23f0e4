export type EmailFailure =
  | 'empty'
  | 'several_emails'
  | 'no_at'
  | 'spaces_inside'
  | 'bad_local_part'
  | 'bad_domain'
  /** Cyrillic letters before the `@`, most often a look-alike typed in the other layout. */
  | 'cyrillic_letters'
  | 'too_long'
  /** A slip that a hand makes in a well-known domain; `suggestion` is what was likely meant. */
  | 'probable_slip';

export type EmailResult =
  | {
      ok: true;
      /** Lower case, the domain in ASCII: the form for sending and comparing. */
      email: string;
      /** The same with the domain as people read it: `иван@почта.рф` has Punycode in `email`. */
      shown: string;
    }
  | { ok: false; code: EmailFailure; suggestion?: string };

/** RFC 5321: 64 octets before the `@`, 254 in all. */
const longestLocal = 64;
const longestEmail = 254;

/** Domains that no one has, written for ones that many have. */
const slips = new Map(
  Object.entries({
    'gmail.com':
      'gmail.con gmail.ru gmial.com gmai.com gmail.co gmali.com gamil.com gmail.cm gnail.com',
    'mail.ru': 'mail.ri mail.u mail.r mai.ru maill.ru meil.ru mal.ru mail.ry nail.ru mial.ru',
    'yandex.ru': 'yandex.ry yadex.ru yandx.ru yandeks.ru jandex.ru yndex.ru yandex.r yansex.ru',
    'bk.ru': 'bk.ry',
    'list.ru': 'lisr.ru list.ry',
    'inbox.ru': 'inbox.ry indox.ru',
    'rambler.ru': 'rambler.ry ramler.ru rambller.ru',
    'icloud.com': 'icloud.con iclod.com icloud.co',
    'outlook.com': 'outlook.con outlok.com',
    'hotmail.com': 'hotmail.con hotmal.com',
  }).flatMap(([meant, typed]) => typed.split(' ').map((domain) => [domain, meant] as const)),
);

/**
 * Brings an e-mail to one form: trimmed, lower case (nobody keeps two boxes that differ in case),
 * taken out of `mailto:` and of `Name <address>`. What cannot be delivered is refused with a code.
 */
export function normaliseEmail(input: string): EmailResult {
  const trimmed = unwrap(input.normalize('NFKC').trim());
  if (trimmed === '') return { ok: false, code: 'empty' };
  if (trimmed.length > longestEmail) return { ok: false, code: 'too_long' };
  const parts = trimmed.toLowerCase().split('@');
  if (parts.length > 2 && /[,;\s]/u.test(trimmed)) return { ok: false, code: 'several_emails' };
  if (parts.length === 1) return { ok: false, code: 'no_at' };
  if (/\s/u.test(trimmed)) return { ok: false, code: 'spaces_inside' };
  const [local = '', domain = '', ...more] = parts;
  if (/[а-яёіїєґў]/u.test(local)) return { ok: false, code: 'cyrillic_letters' };
  if (more.length > 0 || !isLocal(local)) return { ok: false, code: 'bad_local_part' };
  const host = readDomain(domain);
  if (host.code) return { ok: false, code: host.code, ...suggest(local, host.meant) };
  if (slips.has(host.ascii)) {
    return { ok: false, code: 'probable_slip', ...suggest(local, slips.get(host.ascii)) };
  }
  const email = `${local}@${host.ascii}`;
  if (email.length > longestEmail) return { ok: false, code: 'too_long' };
  return { ok: true, email, shown: `${local}@${domain}` };
}

function unwrap(text: string): string {
  const inner = /<([^<>]*)>\s*$/u.exec(text)?.[1] ?? text;
  return inner
    .trim()
    .replace(/^mailto:/iu, '')
    .trim();
}

/** The unquoted form of RFC 5322; quoted ones are met in tests of mail programs only. */
function isLocal(local: string): boolean {
  if (local.length > longestLocal || local.startsWith('www.')) return false;
  return /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u.test(local);
}

type Domain = { ascii: string; code?: EmailFailure; meant?: string };

function readDomain(domain: string): Domain {
  // `mail,ru` and `mail.ru.` are slips whose meaning is plain, but not ours to assume.
  const mended = domain.replaceAll(/[,/]/gu, '.').replaceAll(/\.+/gu, '.').replace(/\.$/u, '');
  if (mended !== domain && isDomain(mended)) {
    return { ascii: domain, code: 'probable_slip', meant: mended };
  }
  if (!/^[\p{L}\p{N}.-]+$/u.test(domain)) return { ascii: domain, code: 'bad_domain' };
  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : domain;
  return isDomain(ascii) ? { ascii } : { ascii, code: 'bad_domain' };
}

/** Labels by RFC 1035, at least two, and a last one that is no number. */
function isDomain(ascii: string): boolean {
  const labels = ascii.split('.');
  const isEach = labels.every((label) => /^[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?$/u.test(label));
  return isEach && labels.length >= 2 && /^(?:\p{L}{2,}|xn--[a-z\d-]+)$/u.test(labels.at(-1) ?? '');
}

function suggest(local: string, domain: string | undefined): { suggestion?: string } {
  return domain == null ? {} : { suggestion: `${local}@${domain}` };
}
