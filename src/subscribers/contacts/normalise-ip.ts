export type IpFailure =
  | 'empty'
  | 'not_an_ip'
  | 'bad_prefix'
  /** `010.0.0.1` is 8.0.0.1 to some programs and 10.0.0.1 to others. */
  | 'leading_zero'
  /** `0.0.0.0` and `::`, which mean that no address is set. */
  | 'placeholder';

export type IpResult =
  | {
      ok: true;
      version: 4 | 6;
      /** Canonical: IPv6 by RFC 5952; one that wraps an IPv4 address becomes that address. */
      ip: string;
      /** Length of the mask, where one was written: `/24`. */
      prefixLength?: number;
    }
  | { ok: false; code: IpFailure };

/** Reads an IPv4 or IPv6 address, with or without a mask's length. */
export function normaliseIp(input: string): IpResult {
  const text = input.trim().toLowerCase();
  if (text === '') return { ok: false, code: 'empty' };
  const [, bare = '', mask] = /^([\da-f:.]{2,45})(?:\/(\d{1,3}))?$/u.exec(text) ?? [];
  if (bare === '') return { ok: false, code: 'not_an_ip' };
  const ip = bare.includes(':') ? readV6(bare) : readV4(bare);
  if (ip === 'not_an_ip' || ip === 'leading_zero') return { ok: false, code: ip };
  if (ip === '0.0.0.0' || ip === '::') return { ok: false, code: 'placeholder' };
  const version = ip.includes(':') ? 6 : 4;
  if (mask == null) return { ok: true, version, ip };
  const prefixLength = Number(mask);
  if (prefixLength > (version === 4 ? 32 : 128)) return { ok: false, code: 'bad_prefix' };
  return { ok: true, version, ip, prefixLength };
}

function readV4(text: string): string {
  const octets = text.split('.');
  const isFour = octets.length === 4 && octets.every((octet) => /^\d{1,3}$/u.test(octet));
  if (!isFour || octets.some((octet) => Number(octet) > 255)) return 'not_an_ip';
  return octets.some((octet) => /^0\d/u.test(octet)) ? 'leading_zero' : text;
}

/** The URL standard writes IPv6 hosts by RFC 5952, so its parser is the canonical writer. */
function readV6(text: string): string {
  if (!URL.canParse(`http://[${text}]`)) return 'not_an_ip';
  const canonical = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/u.exec(canonical) ?? [];
  if (high == null || low == null) return canonical;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`;
}
