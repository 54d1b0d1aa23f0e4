/**
 * A column's name as it is compared: small letters and digits only, so that `Ф.И.О.`, `фио` and
 * `First name`, `first_name`, `firstName` are the same.
 */
export function headerKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}#№]/gu, '');
}
