const yes = new Set('да yes y true t 1 + on вкл включен включено включена есть так д'.split(' '));
const no = new Set('нет no n false f 0 - off выкл выключен выключено отсутствует ні н'.split(' '));

/** Yes or no as people write it in Russian, Ukrainian and English; null where it is neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}
