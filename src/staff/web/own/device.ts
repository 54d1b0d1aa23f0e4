const browsers: [RegExp, string][] = [
  [/YaBrowser/, 'Yandex Browser'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const find = (list: readonly [RegExp, string][], text: string): string | undefined =>
  list.find(([sign]) => sign.test(text))?.[1];

/**
 * A browser's own words about itself as people say it: `Firefox, Windows`. Browsers carry each
 * other's names, so the rarer ones are looked for first.
 */
export const deviceOf = (userAgent: string | null): string | undefined => {
  const text = userAgent ?? '';
  const parts = [find(browsers, text), find(systems, text)].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
};
