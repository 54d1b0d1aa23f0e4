import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { normaliseEmail } from '../../subscribers/index.ts';
import { messageTakers } from '../incoming.ts';
import { NotReadable } from './not-readable.ts';
import { noteBounce } from '../sending/note-bounce.ts';
import type { Raw, Understood } from '../understood.ts';
import { isProvenSender } from '../email/proven-sender.ts';
import { type ReadEmail, readEmail } from '../email/read-email.ts';

/** A person writes a few letters an hour; a program that writes more is set aside. */
const MOST_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

const PREVIEW_LENGTH = 300;

/**
 * Reads a stored letter and puts it where it belongs. Whatever a program wrote starts nothing: two
 * of them would write to each other without end.
 */
export async function understandEmail(ctx: Ctx, raw: Raw): Promise<Understood> {
  const email = await read(ctx, raw);
  const from = email.from ? addressOf(email.from.address) : '';
  const known = {
    from: from || raw.sender,
    name: email.from?.name ?? '',
    wanted: (email.subject || email.text).slice(0, PREVIEW_LENGTH),
  };
  if (email.kind === 'bounce') {
    const isOurs = await noteBounce(ctx, email);
    return isOurs ? { number: null, known } : { number: null, known, refusedFor: 'bounce' };
  }
  if (from === '') return { number: null, known, refusedFor: 'no_sender' };
  if (await isOurOwn(ctx, raw, from, email)) return { number: null, known, refusedFor: 'our_own' };
  if (await isTooMuch(ctx, from)) return { number: null, known, refusedFor: 'too_many' };
  const number = await hand(ctx, raw, email, from);
  if (number !== null || email.kind === 'person') return { number, known };
  return { number, known, refusedFor: email.kind };
}

async function read(ctx: Ctx, raw: Raw): Promise<ReadEmail> {
  const file = raw.fileId === null ? null : await openFile(ctx, raw.fileId);
  if (!file) throw new NotReadable('no_bytes');
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream) chunks.push(chunk as Buffer);
  const email = await readEmail(Buffer.concat(chunks));
  if (!email.ok) throw new NotReadable(email.failure.code.replace('channels.', ''));
  return email.value;
}

/** In the form in which contacts are kept; one that no contact can hold, as it came. */
function addressOf(address: string): string {
  const kept = normaliseEmail(address);
  return kept.ok ? kept.email : address.trim().toLowerCase().slice(0, 254);
}

async function hand(ctx: Ctx, raw: Raw, email: ReadEmail, from: string): Promise<number | null> {
  const taker = messageTakers.fills[0]?.piece;
  if (!taker) throw new Error('nobody takes messages');
  const { conversationNumber } = await taker(ctx, {
    rawMessageId: raw.id,
    channel: 'email',
    channelId: raw.channelId ?? 0,
    receivedAt: raw.receivedAt,
    sender: {
      kind: 'email',
      value: from,
      name: email.from?.name ?? '',
      account: '',
      ownPhone: '',
      alsoKnownAs: [],
    },
    isUnproven: await isUnproven(ctx, raw, email, from),
    answerTo: email.replyTo ? addressOf(email.replyTo.address) : '',
    externalId: email.messageId ?? '',
    answersTo: [...new Set([...email.inReplyTo, ...email.references.toReversed()])],
    subject: email.subject,
    subjectKey: email.subjectKey,
    text: email.text,
    quoted: email.quoted,
    files: email.files,
    isAutomatic: email.kind !== 'person',
    isEdit: false,
    editedAt: null,
    editNumber: 0,
  });
  return conversationNumber;
}

/** Only where the mailbox knows by what name its own server writes down what it has checked. */
async function isUnproven(ctx: Ctx, raw: Raw, email: ReadEmail, from: string): Promise<boolean> {
  // channels_pkey
  const { rows } = await sql<{ server: string }>`
    select settings ->> 'checkedBy' as server from channels
    where  id = ${raw.channelId} and settings ->> 'checkedBy' <> ''`.execute(ctx.db);
  const [own] = rows;
  return own !== undefined && !isProvenSender(email.checkedBy, own.server, from);
}

/** A copy of what we sent, or a letter from the mailbox to itself. */
async function isOurOwn(ctx: Ctx, raw: Raw, from: string, email: ReadEmail): Promise<boolean> {
  // outgoing_messages_external_id_key
  const { rows } = await sql`
    select from channels where id = ${raw.channelId} and settings ->> 'fromAddress' = ${from}
    union all
    select from outgoing_messages where external_id = ${email.messageId ?? ''}`.execute(ctx.db);
  return rows.length > 0;
}

async function isTooMuch(ctx: Ctx, from: string): Promise<boolean> {
  const since = new Date(ctx.clock.now().getTime() - HOUR_MS);
  // raw_messages_sender (sender, received_at)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from raw_messages
    where  sender = ${from} and sender <> '' and received_at > ${since}
    and    channel = 'email' and state = 'understood'`.execute(ctx.db);
  return (rows[0]?.count ?? 0) >= MOST_AN_HOUR;
}
