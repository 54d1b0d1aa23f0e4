import { anyOf } from '../any-of.ts';

/** Words with which people take their leave before their name. */
const leaves = anyOf(
  String.raw`с\s+(?:(?:искренним|глубоким|большим)\s+)?уважением`,
  String.raw`с\s+ув\.`,
  String.raw`с\s+(?:наилучшими\s+пожеланиями|почтением|благодарностью)`,
  String.raw`искренне\s+ваша?`,
  String.raw`всего\s+(?:доброго|хорошего|наилучшего)`,
  String.raw`(?:(?:with\s+)?best|kind|warm)\s+regards`,
  'regards',
  'sincerely',
  String.raw`best\s+wishes`,
  String.raw`з\s+повагою`,
);
const thanks = String.raw`(?:(?:заранее\s+)?спасибо[,.]?\s+(?:и\s+)?)?`;
const leave = new RegExp(String.raw`^\s*${thanks}${leaves}(?=$|[\s,.!—–-])`, 'iu');

const delimiter = /^\s*(?:--|—+|–+)\s*$/u;
const sentFrom = anyOf(
  String.raw`(?:отправлено|послано|написано|отослано)\s+(?:из|со?|через|при помощи|с помощью)`,
  String.raw`sent\s+(?:from|via|using)`,
  String.raw`надіслано\s+з`,
);
const device = new RegExp(String.raw`^\s*[*_]*${sentFrom}\s.{0,70}$`, 'iu');
const deviceName = new RegExp(
  anyOf(
    'iphone|ipad|android|samsung|galaxy|huawei|honor|xiaomi|redmi|poco|realme|nokia|blackberry',
    'смартфон|телефон|планшет|устройств|почт',
    'mail|outlook|яндекс|yandex|рамблер|rambler|windows|myoffice|thunderbird|the bat',
    // Of a program that is not known, one name in capitals, perhaps with its address.
    String.raw`^sent\s+from\s+\w+\s*(?:<[^<>]*>)?$`,
  ),
  'iu',
);
const adverts = anyOf(
  String.raw`(?:получите|скачайте|загрузить|get|download)\s+outlook\s.{0,60}`,
  '.{0,60}(?:проверено на вирусы|без вирусов|virus-free|checked for viruses).{0,80}',
);
const advert = new RegExp(String.raw`^\s*${adverts}$`, 'iu');

const afterthought =
  /^\s*(?:p\.?\s?(?:p\.?\s?)?s|п\.?\s?(?:п\.?\s?)?с|з\.?\s?ы|постскриптум)(?!\p{L})/iu;

// With what a line begins that wants something, however short it is.
const request = new RegExp(
  String.raw`^\s*(?:и\s+|а\s+)?${anyOf(
    'прошу|просьба|пожалуйста|подскажите|перезвоните|позвоните|напишите|ответьте|пришлите|верните',
    'подключите|отключите|проверьте|жд[уёе]м?|когда|почему|сколько|куда|не работает|нет интернета',
    'please|could you|when|why',
  )}(?!\p{L})`,
  'iu',
);

// What firms put below every letter: of secrecy, and of the trees.
const noticeStart = new RegExp(
  String.raw`^\s*${anyOf(
    String.raw`(?:настоящее|данное|это)\s+(?:электронное\s+)?(?:сообщение|письмо)`,
    String.raw`информация,?\s+содержащаяся`,
    String.raw`(?:прежде\s+чем|перед\s+тем,?\s+как)\s+(?:рас)?печат`,
    String.raw`(?:пожалуйста,\s+)?(?:по)?думайте\s+о(?:б)?\s`,
    String.raw`(?:this|the\s+information\s+in\s+this)\s+(?:e-?mail|message)`,
    String.raw`please\s+consider\s`,
  )}`,
  'iu',
);
const notice = /конфиденциальн|confidential|печат|printing/iu;

/** A name, a post, a firm, an address, three phones, a site and a motto, with lines between. */
const LONGEST_LINES = 20;
const LONGEST_LINE = 120;
/** With a firm's notice and empty lines between all of them. */
const SOUGHT_LINES = 100;
const PROSE_WORDS = 9;
/** «коллектив детского сада» */
const NAME_WORDS = 3;

/**
 * Where the signature begins in lines of a writer's own; the number of lines if there is none. It
 * reaches to the end of the lines: what follows a name as prose shows that it was none.
 */
export function signatureStart(lines: readonly string[]): number {
  for (let at = Math.max(0, lines.length - SOUGHT_LINES); at < lines.length; at += 1) {
    if (isStart(lines, at)) return at;
  }
  return lines.length;
}

function isStart(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() === '' || line.length > LONGEST_LINE + 60) return false;
  if (isDevice(line)) return isAllOf(lines, at + 1, (one) => isDevice(one) || delimiter.test(one));
  const below = lines.slice(at + 1);
  if (delimiter.test(line)) return isSigned(below);
  const [words] = leave.exec(line) ?? [];
  if (words === undefined) return false;
  return isNameLike(line.slice(words.length)) && isSigned(below);
}

const isDevice = (line: string) =>
  (device.test(line) && deviceName.test(line)) || (line.length < 200 && advert.test(line));

function isAllOf(lines: readonly string[], from: number, test: (line: string) => boolean): boolean {
  return lines.slice(from).every((line) => line.trim() === '' || test(line));
}

/** After the words of leave: nothing, a sign, or a name, a post and a firm; no sentence. */
const isNameLike = (rest: string) =>
  rest.length <= 80 && smallWords(rest) <= NAME_WORDS && !/\p{L}{3,}[.!?]\s+\p{L}/u.test(rest);

/** Short lines to the end, or to a firm's notice. */
function isSigned(below: readonly string[]): boolean {
  const written = below.filter((line) => line.trim() !== '');
  const noticeAt = written.findIndex((line) => noticeStart.test(line));
  const isNotice = noticeAt >= 0 && notice.test(written.slice(noticeAt).join(' '));
  const signed = isNotice ? written.slice(0, noticeAt) : written;
  return signed.length <= LONGEST_LINES && !signed.some(isWords);
}

const isWords = (line: string) =>
  afterthought.test(line) ||
  request.test(line) ||
  line.length > LONGEST_LINE ||
  /\?(?:\s|$)/u.test(line) ||
  isProse(line);

function isProse(line: string): boolean {
  if (isDevice(line)) return false;
  const words = smallWords(line);
  return words >= PROSE_WORDS || (words > NAME_WORDS && /\p{Ll}[.!…]\s*$/u.test(line));
}

const smallWords = (line: string) =>
  line.split(/[\s,;]+/).filter((word) => /^\p{Ll}{3,}/u.test(word)).length;
