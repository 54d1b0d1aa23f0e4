import { anyOf } from './any-of.ts';
import { cleanLine } from './letters/clean-text.ts';
import { fieldOf, readHeaders, type Field } from './mime/headers.ts';
import { readMessageIds } from './mime/message-ids.ts';

export type Bounce = {
  /** To whom it could not be delivered, in lower case; empty if the report does not say. */
  recipient: string;
  /** Like `5.1.1` (RFC 3463). */
  status: string | null;
  /** Whether another try is of no use. */
  isFinal: boolean;
  /** What the other side said, in its words. */
  reason: string;
  originalMessageId: string | null;
};

/** What of a message tells of the delivery of another. */
export type ReportParts = {
  /** The body of `message/delivery-status`. */
  deliveryStatus: Buffer | null;
  /** The headers of the message that came back. */
  original: Field[] | null;
};

const MAX_REASON_CHARS = 500;

/** Reports of one message to many; more are not looked at. */
const MAX_RECIPIENTS = 100;

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
type Action = (typeof actions)[number];

type Refusal = Omit<Bounce, 'originalMessageId'>;

type RecipientReport = { action: Action | null; bounce: Refusal };

/**
 * What a report of delivery says (RFC 3464): of several recipients the first that failed for good,
 * else the first that is late. Null if all got the message, or it is no such report.
 */
function readDeliveryStatus(status: Buffer): Refusal | null {
  const found = readGroups(status)
    .map(readRecipient)
    .filter((one) => one !== null);
  const troubled = found.filter(
    ({ action }) => action === null || action === 'failed' || action === 'delayed',
  );
  return (troubled.find(({ bounce }) => bounce.isFinal) ?? troubled[0])?.bounce ?? null;
}

/** Groups of headers with empty lines between: the first is of the message, then one for each. */
function readGroups(status: Buffer): Field[][] {
  const groups: Field[][] = [];
  let rest = status;
  while (rest.length > 0 && groups.length <= MAX_RECIPIENTS) {
    const { fields, bodyAt } = readHeaders(rest);
    if (bodyAt === 0) break;
    groups.push(fields);
    rest = rest.subarray(bodyAt);
  }
  return groups;
}

function readRecipient(fields: Field[]): RecipientReport | null {
  const recipient =
    addressIn(fieldOf(fields, 'original-recipient')) ||
    addressIn(fieldOf(fields, 'final-recipient'));
  if (recipient === '') return null;
  const word = fieldOf(fields, 'action')?.toLowerCase() ?? '';
  const action = actions.find((one) => word.startsWith(one)) ?? null;
  const said = cleanLine(
    (fieldOf(fields, 'diagnostic-code') ?? '').replace(/^[\w-]+\s*;/, ''),
    MAX_REASON_CHARS,
  );
  const status = statusIn(fieldOf(fields, 'status') ?? '') ?? statusIn(said);
  const isFinal = action === 'failed' || (action === null && status?.startsWith('5') === true);
  return { action, bounce: { recipient, status, isFinal, reason: said } };
}

/** `rfc822; ivan@example.ru` */
function addressIn(value: string | null): string {
  return /[^\s<>;]{1,64}@[^\s<>;]{1,190}/.exec(value ?? '')?.[0].toLowerCase() ?? '';
}

const statusIn = (text: string) =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0] ?? null;

/** What of a letter shows that it is a report, and what of. */
type Letter = {
  /** The sender's address, empty if there is none. */
  from: string;
  subject: string;
  /** The header with which Exim names them. */
  failedRecipients: string | null;
  /** Identifiers that the letter answers, the nearest first. */
  answers: readonly string[];
  text: string;
};

/**
 * What a message says of one of ours that did not arrive, or is late; null if it is no such report,
 * and if it reports that all went well.
 */
export function readBounce(parts: ReportParts, letter: Letter): Bounce | null {
  const refusal = parts.deliveryStatus
    ? readDeliveryStatus(parts.deliveryStatus)
    : readPlainReport(letter);
  if (!refusal) return null;
  const originalMessageId = originalId(parts.original, letter);
  return {
    ...refusal,
    reason: refusal.reason || cleanLine(letter.text, MAX_REASON_CHARS),
    originalMessageId,
  };
}

const mailServers = anyOf(
  'mailer[-_.]?daemon',
  'mail[-_.]?daemon',
  'mdaemon',
  'postmaster',
  String.raw`mail[-_.]?delivery[\w-]*`,
);
const mailServer = new RegExp(`^${mailServers}@`);
const cameBack = new RegExp(
  anyOf(
    String.raw`не\s*(?:было\s+|может быть\s+)?доставлен`,
    'не удалось доставить',
    'ошибка доставки',
    'возврат (?:письма|почты)',
    'undeliver',
    'delivery (?:status|failure|has failed|notification)',
    'returned (?:mail|to sender)',
    '(?:failure notice|mail failure)',
    'mail delivery (?:failed|system)',
  ),
  'i',
);
const isLate = /delayed|будет повторен|отложен|задерж|still trying|not yet been delivered/i;

/**
 * What a report says that some servers write as a plain letter: whom it names first, a status or a
 * code of SMTP, and the line in which that stands. Null if it does not look like one.
 */
function readPlainReport(letter: Letter): Refusal | null {
  const { from, subject, failedRecipients, text } = letter;
  const isServer = mailServer.test(from) || from === '';
  if (!isServer || (failedRecipients === null && !cameBack.test(subject))) return null;
  const lines = text
    .split('\n')
    .slice(0, 200)
    .map((line) => line.slice(0, 1000));
  const told =
    lines.find((line) => statusIn(line) !== null) ?? lines.find((line) => smtpCode(line) !== null);
  const status = told === undefined ? null : statusIn(told);
  const code = told === undefined ? null : smtpCode(told);
  const known = [from, ''];
  const named = lines.map((line) => addressIn(line)).find((address) => !known.includes(address));
  return {
    recipient: addressIn(failedRecipients) || (named ?? ''),
    status,
    isFinal: (status ?? code ?? '5').startsWith('5') && !isLate.test(subject),
    reason: cleanLine(told ?? lines.find((line) => line.trim() !== '') ?? '', MAX_REASON_CHARS),
  };
}

const smtpCode = (line: string) => /(?<![\d.-])([45]\d{2})[\s-](?=\S)/.exec(line)?.[1] ?? null;

/** The identifier of what came back: by its headers, else by what the report answers. */
function originalId(original: Field[] | null, { answers, text }: Letter): string | null {
  const own = readMessageIds([fieldOf(original ?? [], 'message-id') ?? '']);
  const inText = /^[ \t]*message-id:[ \t]*(<[^<>\s]{1,500}>)/im.exec(text)?.[1];
  return own[0] ?? answers[0] ?? readMessageIds([inText ?? ''])[0] ?? null;
}
