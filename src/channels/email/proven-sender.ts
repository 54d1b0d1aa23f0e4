import { domainToUnicode } from 'node:url';

/**
 * Whether the server that received a letter has proven its From: by DMARC, or where the sender's
 * domain has no such policy, by a signature or a path of that domain or of one above it (RFC 8601,
 * 7489). What the server has not proven anybody can have written. It takes away what others have
 * written in its name (RFC 8601, 5); of several of its own headers each tells a part.
 * @param results the values of `Authentication-Results`, as they stand
 * @param server by what name the server signs them
 * @param from the address in From, its domain as people read it
 */
export function isProvenSender(results: readonly string[], server: string, from: string): boolean {
  const checks = results.map(readResults).filter(({ by }) => by === server.toLowerCase());
  const all = checks.flatMap(({ passed }) => passed);
  const policy = all.filter(({ method }) => method === 'dmarc');
  if (policy.some(({ result }) => result === 'fail')) return false;
  if (policy.some(({ result }) => result === 'pass')) return true;
  const domain = domainOf(from);
  return all.some(({ result, domains }) => result === 'pass' && domains.some(isOf(domain)));
}

const isOf =
  (domain: string) =>
  (proven: string): boolean =>
    proven !== '' && (domain === proven || domain.endsWith(`.${proven}`));

type Check = { method: string; result: string; domains: string[] };

function readResults(value: string): { by: string; passed: Check[] } {
  const [head = '', ...checks] = withoutComments(value).split(';');
  const by = (head.trim().split(/\s+/)[0] ?? '').toLowerCase();
  return { by, passed: checks.map(readCheck) };
}

function readCheck(text: string): Check {
  const [first = '', ...properties] = text.trim().split(/\s+/);
  const [method = '', result = ''] = first.toLowerCase().split('=');
  const named = method === 'dkim' ? /^header\.[di]=/i : /^smtp\.mailfrom=/i;
  const isPath = method === 'dkim' || method === 'spf';
  const domains = isPath ? properties.filter((one) => named.test(one)).map(valueOf) : [];
  // RFC 8601, 2.2: a method may name its version.
  return { method: method.replace(/\/.*$/, ''), result, domains };
}

const valueOf = (property: string): string =>
  domainOf(property.slice(property.indexOf('=') + 1).replaceAll('"', ''));

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domainToUnicode(domain) || domain;
}

function withoutComments(value: string): string {
  let text = '';
  let depth = 0;
  for (const char of value) {
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) text += char;
  }
  return text;
}
