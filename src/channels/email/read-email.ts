import { fail, ok, type Result } from '../../kernel/result.ts';
import { readBounce, type Bounce } from './delivery-report.ts';
import { MAX_DEPTH, MAX_MAIL_BYTES, MAX_PARTS } from './limits.ts';
import { mailKind, type MailKind } from './mail-kind.ts';
import { gather, nothingGathered, type Gathered, type MailFile } from './message-parts.ts';
import { joinWords } from './message-words.ts';
import { fieldOf } from './mime/headers.ts';
import { splitParts, type Part } from './mime/split-parts.ts';
import { splitReply } from './quotes/split-reply.ts';
import { readEnvelope, type Envelope } from './read-envelope.ts';
import { isForwarded } from './subject-key.ts';

export type ReadEmail = Envelope & {
  /** What was written now, without what was quoted and signed. */
  text: string;
  /** What was cut from the text; both together hold every word of the message. */
  quoted: string;
  /** As it may stand in a page: see `sanitiseHtml`. Null if the message came without. */
  html: string | null;
  files: MailFile[];
  kind: MailKind;
  bounce: Bounce | null;
};

/** A message has one of these, or it is no message. */
const ordinary =
  /^(?:from|to|subject|date|message-id|received|return-path|content-type|mime-version|reply-to)$/;

/**
 * Reads a message as it came over the wire. Touches nothing but its bytes, and takes any: what is
 * broken is read as far as it goes. Fails with `channels.not_mail`, and with `channels.too_large`,
 * `channels.too_many_parts` or `channels.too_deep`, which tell the limit.
 */
export async function readEmail(raw: Buffer): Promise<Result<ReadEmail>> {
  if (raw.length > MAX_MAIL_BYTES) return fail('channels.too_large', { sizeBytes: MAX_MAIL_BYTES });
  const root = splitParts(hasOnlyReturns(raw) ? withLineFeeds(raw) : raw);
  if (root === 'too_many_parts') return fail('channels.too_many_parts', { parts: MAX_PARTS });
  if (root === 'too_deep') return fail('channels.too_deep', { depth: MAX_DEPTH });
  if (!root.fields.some(({ name }) => ordinary.test(name))) return fail('channels.not_mail');
  const gathered = nothingGathered();
  gather(root, gathered);
  return ok(readMessage(root, gathered));
}

/** A text of a time when a line ended in a carriage return alone. */
const hasOnlyReturns = (raw: Buffer) => !raw.includes('\n') && raw.includes('\r');
const withLineFeeds = (raw: Buffer) =>
  Buffer.from(raw.toString('latin1').replaceAll('\r', '\n'), 'latin1');

function readMessage(root: Part, gathered: Gathered): ReadEmail {
  const envelope = readEnvelope(root);
  const { from, subject, inReplyTo, references } = envelope;
  const said = joinWords(gathered.words.length > 0 ? gathered.words : gathered.spareWords);
  const bounce = readBounce(gathered, {
    from: from?.address ?? '',
    subject,
    failedRecipients: fieldOf(root.fields, 'x-failed-recipients'),
    answers: [...inReplyTo, ...references.toReversed()],
    text: said.text,
  });
  const isShown = isShownIn(said.html ?? '');
  return {
    ...envelope,
    ...splitReply(said.text, isForwarded(subject)),
    html: said.html,
    files: gathered.files.map((file) => ({ ...file, isInline: isShown(file.contentId) })),
    kind: bounce ? 'bounce' : mailKind(root.fields, root.type, subject),
    bounce,
  };
}

const isShownIn = (html: string) => (contentId: string | null) =>
  contentId !== null && html.includes(`"cid:${contentId.replaceAll('&', '&amp;')}"`);
