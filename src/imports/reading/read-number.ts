/** The sign before the fraction, where a whole column or file settles it. */
export type DecimalSign = '.' | ',';

/** More digits than a double keeps exactly; such a value is an identifier. */
const MAX_DIGITS = 15;

/**
 * A number as people write it (`1 234,56`, `1,234.56`, `-0.5`), as canonical text with a point;
 * null where it is none, or where it is an identifier: digits after a leading zero, or more than a
 * double can hold.
 */
export function readNumber(text: string, decimal: DecimalSign = '.'): string | null {
  const written = text
    .trim()
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replace('−', '-');
  if (!/^[-+]?\d[\d., ]*$/.test(written)) return null;
  const grouping = decimal === '.' ? ',' : '.';
  const parts = written.split(decimal);
  if (parts.length > 2 || /[ ,.]/.test(parts[1] ?? '')) {
    return decimal === '.' && !written.includes('.') ? null : readOtherwise(written, decimal);
  }
  const whole = parts[0] ?? '';
  if (!/^[-+]?\d{1,3}([ ,.]\d{3})+$|^[-+]?\d+$/.test(whole)) return readOtherwise(written, decimal);
  const digits = whole.replaceAll(grouping, '').replaceAll(' ', '').replace('+', '');
  return canonical(parts[1] === undefined ? digits : `${digits}.${parts[1]}`);
}

/** `12,5` in a file whose other numbers have points has one meaning only. */
function readOtherwise(written: string, decimal: DecimalSign): string | null {
  const other =
    decimal === '.' ? /^([-+]?\d+),(\d{1,2}|\d{4,})$/ : /^([-+]?\d+)\.(\d{1,2}|\d{4,})$/;
  const parts = other.exec(written);
  return parts ? canonical(`${parts[1]?.replace('+', '')}.${parts[2]}`) : null;
}

function canonical(text: string): string | null {
  const digits = text.replace(/^-/, '');
  if (/^0\d/.test(digits) || digits.replace('.', '').length > MAX_DIGITS) return null;
  return String(Number(text));
}

/** The decimal sign that some numbers prove; undefined where they prove nothing. */
export function decimalSignOf(samples: Iterable<string>): DecimalSign | undefined {
  let commas = 0;
  let points = 0;
  for (const sample of samples) {
    const written = sample.trim();
    // Nobody groups behind a zero: `0,500` is a half.
    if (/^[-+−]?(?:[\d\s.]*\d,(?:\d{1,2}|\d{4,})|0,\d+)$/.test(written)) commas += 1;
    else if (/^[-+−]?(?:[\d\s,]*\d\.(?:\d{1,2}|\d{4,})|0\.\d+)$/.test(written)) points += 1;
  }
  if (commas === points) return undefined;
  return commas > points ? ',' : '.';
}
