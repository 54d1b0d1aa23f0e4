import { anyOf } from './any-of.ts';
import { fieldOf, fieldsOf, type Field } from './mime/headers.ts';

/** Who speaks: a person, a program for one, a server about a message of ours, a sender to many. */
export type MailKind = 'person' | 'auto_reply' | 'bounce' | 'bulk';

// Anchored: `Re: Автоответ: …` is a person who answers one.
const autoSubject = new RegExp(
  `^${anyOf(
    String.raw`авто[\s-]?ответ`,
    String.raw`автоматическ(?:ий|ое)\s+(?:ответ|уведомление|сообщение)`,
    String.raw`(?:ответ\s+)?автоответчика?`,
    String.raw`(?:я\s+)?(?:в\s+отпуске|в\s+командировке|вне\s+офиса|отсутствую)`,
    String.raw`нет\s+на\s+(?:рабочем\s+)?месте`,
    String.raw`(?:не\s+)?проч(?:ит|т)ено:`,
    'уведомление о прочтении',
    String.raw`out\s+of\s+(?:the\s+)?office`,
    String.raw`auto[\s-]?(?:reply|response)`,
    String.raw`automatic\s+reply`,
    'autosvar',
    'abwesenheit',
    'read:',
  )}`,
  'iu',
);

const autoPrecedence = /^auto[_-]?reply/i;
const bulkPrecedence = /^(?:bulk|list|junk)/i;

/** Headers of programs that answer for a person; they say so by being there. */
const autoHeaders = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-mail-autoreply',
];
const bulkHeaders = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-help',
  'feedback-id',
  'x-campaignid',
  'x-mailru-msgtype',
];

/**
 * What kind of sender a message has, by RFC 3834 (`Auto-Submitted`), RFC 2369 (`List-…`), the
 * older `Precedence`, the sender that is none, and subjects. That it is a bounce is known before.
 */
export function mailKind(
  fields: readonly Field[],
  type: string,
  subject: string,
): Exclude<MailKind, 'bounce'> {
  const submitted = fieldOf(fields, 'auto-submitted')?.toLowerCase() ?? 'no';
  const precedence = fieldOf(fields, 'precedence') ?? '';
  const has = (name: string) => fieldOf(fields, name) !== null;
  const isDenied = (name: string) => /^no$/i.test(fieldOf(fields, name) ?? '');
  const isReply = submitted.startsWith('auto-replied') || autoPrecedence.test(precedence);
  if (isReply || autoSubject.test(subject)) return 'auto_reply';
  if (autoHeaders.some((name) => has(name) && !isDenied(name))) return 'auto_reply';
  if (bulkHeaders.some(has) || bulkPrecedence.test(precedence)) return 'bulk';
  if (!/^no\b/.test(submitted) || type === 'multipart/report' || isFromNobody(fields))
    return 'auto_reply';
  return 'person';
}

/** RFC 5321, 4.5.5: a message that must not be answered has an empty sender in its envelope. */
function isFromNobody(fields: readonly Field[]): boolean {
  return fieldsOf(fields, 'return-path').some((path) => /^<\s*>$/.test(path));
}
