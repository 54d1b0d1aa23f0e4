const underTen = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen'];
const units = [...underTen, ...teens, 'seventeen', 'eighteen', 'nineteen'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion'];

/** A whole number from 0 to 10^15 in English words. */
export function englishNumber(value: number): string {
  if (value === 0) return 'zero';
  const words: string[] = [];
  for (let group = 4; group >= 0; group--) {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part > 0) words.push(underThousand(part), scales[group] ?? '');
  }
  return words.filter((word) => word !== '').join(' ');
}

function underThousand(part: number): string {
  const rest = part % 100;
  const below =
    rest < 20
      ? units[rest]
      : [tens[Math.floor(rest / 10)], units[rest % 10]].filter(Boolean).join('-');
  const hundred = part >= 100 ? `${units[Math.floor(part / 100)]} hundred` : '';
  return [hundred, below].filter(Boolean).join(' ');
}
