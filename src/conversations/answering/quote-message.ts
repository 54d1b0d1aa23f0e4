/** Mail programs fold what is quoted; beyond this nobody reads it. */
const MOST_QUOTED = 20_000;

export type Quoted = { at: Date; name: string; address: string; text: string; quoted: string };

const twoDigits = (parts: Intl.DateTimeFormatPart[], type: string): string =>
  parts.find((part) => part.type === type)?.value ?? '';

/** What was written, as it stands under an answer: `> ` before each line, and who wrote it when. */
export function quoteMessage(message: Quoted, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('ru-RU', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(message.at);
  const [day, month, year, hour, minute] = ['day', 'month', 'year', 'hour', 'minute'].map((type) =>
    twoDigits(parts, type),
  );
  const who = message.name === '' ? message.address : `${message.name} <${message.address}>`;
  const words = [message.text, message.quoted].filter(Boolean).join('\n\n').slice(0, MOST_QUOTED);
  const lines = words.split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`));
  return [`${day}.${month}.${year} ${hour}:${minute}, ${who}:`, ...lines].join('\n');
}

/** The subject of an answer: `Re:` once, however often it went to and fro. */
export const answerSubject = (subject: string): string =>
  /^re:/i.test(subject.trim()) ? subject.trim() : `Re: ${subject.trim()}`.trim();
