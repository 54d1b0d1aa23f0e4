export type MacResult =
  /** `aa:bb:cc:dd:ee:ff` */
  | { ok: true; mac: string }
  /** `placeholder`: all zeros or the broadcast address, which no device has. */
  | { ok: false; code: 'empty' | 'not_a_mac' | 'placeholder' };

/** Reads `aa:bb:cc:dd:ee:ff`, `AA-BB-…`, `aabb.ccdd.eeff`, `aabbcc-ddeeff` and bare digits. */
export function normaliseMac(input: string): MacResult {
  const text = input.trim().toLowerCase();
  if (text === '') return { ok: false, code: 'empty' };
  const isMac =
    /^[\da-f]{2}(?:([:-]|\s)[\da-f]{2})(?:\1[\da-f]{2}){4}$/u.test(text) ||
    /^[\da-f]{4}([.:-])[\da-f]{4}\1[\da-f]{4}$/u.test(text) ||
    /^[\da-f]{6}[:-]?[\da-f]{6}$/u.test(text);
  if (!isMac) return { ok: false, code: 'not_a_mac' };
  const digits = text.replaceAll(/[^\da-f]/gu, '');
  if (/^(?:0{12}|f{12})$/u.test(digits)) return { ok: false, code: 'placeholder' };
  return { ok: true, mac: digits.replaceAll(/(?<=^(?:..)+)(?=.)/gu, ':') };
}
