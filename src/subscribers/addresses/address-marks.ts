/** Parts of an address that a mark before them names: `кв. 52`, `корп. 2`, `уч. 5`. */
export type MarkedParts = {
  postcode?: string;
  house?: string;
  plot?: string;
  corpus?: string;
  structure?: string;
  letter?: string;
  flat?: string;
  office?: string;
  room?: string;
  entrance?: string;
  floor?: string;
};

const start = String.raw`(?<![\p{L}\d])`;
const number = String.raw`\s*(\d+\s?\p{L}?(?![\p{L}\d])(?:/\d+\p{L}?)?)`;

function mark(words: string, value = number): RegExp {
  return new RegExp(`${start}(?:${words})\\.?${value}`, 'iu');
}

/** In this order: each is cut out of the text before the next is looked for. */
const marks: readonly (readonly [keyof MarkedParts, RegExp])[] = [
  ['flat', mark('квартира|кв-ра|кв|apartment|apt|flat', String.raw`${number}`)],
  ['office', mark('офис|оф|office', String.raw`\s*(\d[\d\p{L}/-]*)`)],
  ['office', mark('помещение|помещ|пом|н/п|каб|кабинет', String.raw`\s*(\d[\d\p{L}/-]*)`)],
  ['room', mark('комната|комн|ком|room')],
  ['entrance', mark('подъезд|под|п-д|entrance')],
  ['entrance', /(?<![\p{L}\d])(\d+)\s*(?:подъезд|под|п-д)(?!\p{L})\.?/iu],
  ['floor', mark('этаж|эт|floor')],
  ['floor', /(?<![\p{L}\d])(\d+)\s*(?:этаж|эт)(?!\p{L})\.?/iu],
  ['structure', mark('строение|стр|сооружение|соор')],
  ['corpus', mark('корпус|корп|кор|bldg|building', String.raw`\s*(\d+\p{L}?|\p{L})(?![\p{L}\d])`)],
  ['letter', mark('литера|литер|лит', String.raw`\s*["«]?(\p{L})["»]?(?![\p{L}\d])`)],
  ['plot', mark('участок|уч-к|уч|plot|землевладение|з/у')],
  ['house', mark('домовладение|домовл|владение|влад|вл|дом|д|house', String.raw`\s*(?=\d)`)],
  ['corpus', /(?<=\d\p{L}?[\s,]*)(?<!\p{L})к\.?\s*(\d+\p{L}?)(?![\p{L}\d])/iu],
  ['postcode', /(?<![\p{L}\d/-])(\d{6})(?![\p{L}\d/-])/u],
];

/**
 * Cuts the marked parts out of an address. What is left keeps commas where they stood, so that a
 * street and a city stay apart; the house's mark alone is cut, and its number left for the reader
 * of numbers, which also knows `14/2-52`.
 */
export function takeMarks(text: string): { parts: MarkedParts; rest: string } {
  const parts: MarkedParts = {};
  let rest = text;
  for (const [part, pattern] of marks) {
    const match = pattern.exec(rest);
    if (!match || parts[part] != null) continue;
    const value = (match[1] ?? '').replaceAll(/\s/gu, '').toLowerCase();
    parts[part] = part === 'office' ? officeText(match[0], value) : value;
    const isHouse = part === 'house';
    // After the house's mark the street is over, whatever sign there was.
    const put = isHouse ? ', ' : ',';
    rest = rest.slice(0, match.index) + put + rest.slice(match.index + match[0].length);
  }
  return { parts, rest };
}

/** An office is no flat of the same number, so the word stays with it. */
function officeText(typed: string, value: string): string {
  return `${/^(?:оф|office)/iu.test(typed.trim()) ? 'оф.' : 'пом.'} ${value}`;
}
