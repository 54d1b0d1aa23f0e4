/**
 * Cuts a cell with several phones into one text per phone, by commas, semicolons, strokes, lines
 * and words for "and". An extension stays with its number, and two whole numbers with nothing but a
 * space between them are two.
 */
export function splitPhones(cell: string): string[] {
  const whole = cell.trim();
  if (/^\+?\d+(?:[.,]\d+)?(?:e\+?\d+)?$/iu.test(whole)) return [whole];
  const pieces = whole
    .split(/[,;/|\n\r\t]+|\s(?:и|или|and|or)\s/iu)
    .flatMap(splitAtSpaces)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const phones: string[] = [];
  for (const piece of pieces) {
    const isExtension = /^\(?(?:доб|вн|ext|x\s?\d)/iu.test(piece);
    const isNote = !/\d/u.test(piece);
    if ((isExtension || isNote) && phones.length > 0) phones.push(`${phones.pop()}, ${piece}`);
    else phones.push(piece);
  }
  return phones;
}

/** `89123456789 89131234567` is two numbers, `8 912 345 67 89` is one. */
function splitAtSpaces(piece: string): string[] {
  const chunks = piece.split(/\s+/u);
  const isEachWhole = chunks.every((chunk) => chunk.replaceAll(/\D/gu, '').length >= 10);
  return isEachWhole ? chunks : [piece];
}
