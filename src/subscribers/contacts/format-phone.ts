/** Calling codes whose numbers are shown in groups of their own, by the digits of each group. */
const groupings: readonly (readonly [string, readonly number[]])[] = [
  ['+7', [3, 3, 2, 2]],
  ['+375', [2, 3, 2, 2]],
  ['+380', [2, 3, 2, 2]],
];

/**
 * Shows an E.164 number for reading aloud: `+7 912 345-67-89`; with the operator's city code (of
 * any length) a number of that town as `+7 3822 52-34-56`. Needs no metadata, so it also runs in a
 * browser; numbers of other countries are grouped by threes.
 */
export function formatPhone(e164: string, cityCode = ''): string {
  const known = groupings.find(
    ([code, groups]) =>
      e164.startsWith(code) && e164.length === code.length + groups.reduce((a, b) => a + b, 0),
  );
  if (!known) return e164.replaceAll(/(?<=^\+?(?:\d{3})+)(?=\d{2})/gu, ' ');
  const [code, groups] = known;
  const national = e164.slice(code.length);
  const isCity = cityCode !== '' && national.startsWith(cityCode);
  const [areaLength = 0] = isCity ? [cityCode.length] : groups;
  const area = national.slice(0, areaLength);
  const local = national.slice(areaLength);
  return `${code} ${area} ${local.replaceAll(/(?<=\d)(?=(?:\d{2}){1,2}$)/gu, '-')}`;
}
