import { z } from 'zod';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { troubles } from '../../channels/api.ts';
import { Label } from '../../work/api/labels.ts';
import { Draft } from '../../work/api/writing.ts';
import { Deadline } from '../../norms/api.ts';
import { CallLine } from './calls.ts';
import { closings, outcomes } from './outcomes.ts';

/** The version of a conversation that the writer has seen; another's change since is not undone. */
export const Version = z.coerce.number().int().positive();

const Person = z.object({ id: Id, name: z.string() });

/** A skill that a conversation asks for. */
export const Need = z.object({ id: Id, name: z.string() });

/** A row of the desk's list. */
export const Row = z.object({
  id: Id,
  number: z.int(),
  channel: z.string(),
  /** What it is about: a topic of the site's form. */
  subject: z.string(),
  /** The first words of the request. */
  preview: z.string(),
  /** The subscriber's name, or what the sender called himself. */
  who: z.string(),
  phone: z.string(),
  /** The address that a letter is answered at. */
  email: z.string(),
  /** What a messenger shows of the other side: `@name`. */
  account: z.string(),
  /** It is answered by words on its channel; else by a call. */
  canReply: z.boolean(),
  subscriberId: Id.nullable(),
  state: z.enum(['open', 'snoozed', 'closed']),
  whoseTurn: z.enum(['ours', 'theirs', 'nobody']),
  owner: Person.nullable(),
  labels: z.array(Label),
  /** The viewer has begun to write something here and has not sent it. */
  hasDraft: z.boolean(),
  /** Before whom it stands at this moment, and until when. */
  offer: z.object({ staffId: Id, name: z.string(), expiresAt: Instant }).nullable(),
  openedAt: Instant,
  normSeconds: z.int(),
  touchDueAt: Instant,
  touchedAt: Instant.nullable(),
  touchSeconds: z.int().nullable(),
  touchedBy: Person.nullable(),
  escalatedAt: Instant.nullable(),
  /** By when what was asked after the first touch is to be answered. */
  replyDueAt: Instant.nullable(),
  /** When it next asks for a human. */
  nextDueAt: Instant,
  /** By which the queue is ordered: when it next asks for a human, less the head start. */
  urgentAt: Instant,
  /** 0, or how much the subscriber is worth to us: 1 much, 2 most. */
  valueTier: z.int(),
  /** By what that was judged; null where nothing was. */
  valueReason: z.string().nullable(),
  headStartSeconds: z.int(),
  /** When the callback is tried again; null when no try is planned. */
  nextTryAt: Instant.nullable(),
  tries: z.int(),
  /** A call goes on: neither the exchange nor an outcome says that it is over. */
  isCalling: z.boolean(),
  /** A call is over, and nobody has told yet what came of it. */
  isUntold: z.boolean(),
  closedAt: Instant.nullable(),
  closedOutcome: z.enum(closings).nullable(),
  version: Version,
});

const Attempt = z.object({
  id: Id,
  staff: Person,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** How we know of it: by the agent's word, or as the exchange saw it. */
  evidence: z.enum(['agent', 'exchange']),
  /** Of these `calls` it is the one. */
  callId: Id.nullable(),
  outcome: z.enum(outcomes).nullable(),
  note: z.string(),
});

export const FollowUp = z.object({
  id: Id,
  conversationId: Id,
  number: z.int(),
  who: z.string(),
  staff: Person,
  dueAt: Instant,
  text: z.string(),
  doneAt: Instant.nullable(),
});

const MessageFile = z.object({
  id: Id,
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  isInline: z.boolean(),
});

const LackingFile = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(['waiting', 'failed']),
});

/** How far a message of ours has come. */
const sendingStates = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const;

const Sending = z.object({
  state: z.enum(sendingStates),
  trouble: z.enum(troubles).nullable(),
  error: z.string().nullable(),
  /** When it was read there, where its messenger tells. */
  readAt: Instant.nullable(),
});

/** Everything the middle pane shows. */
export const Conversation = Row.extend({
  draft: z.object({
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    account: z.string(),
    address: z.string(),
    page: z.string(),
  }),
  takenAt: Instant.nullable(),
  snoozedUntil: Instant.nullable(),
  deadline: Deadline,
  /**
   * A link that dials from the viewer's own phone: tel: or sip:, by his profile. Empty where the
   * exchange dials for him.
   */
  dialUri: z.string(),
  /** May the viewer work on it: it is his, or he may assign it. */
  isMine: z.boolean(),
  /** The skills that it asks for. */
  needs: z.array(Need),
  callState: z.enum(['waiting', 'done', 'given_up']),
  triesLimit: z.int(),
  /** By what an answer leaves and to whom: to whoever wrote last, on the way by which it came. */
  answersBy: z
    .object({
      channel: z.string(),
      to: z.string(),
      /** A letter asks to be answered at a foreign address, where nobody has answered yet. */
      isToConfirm: z.boolean(),
    })
    .nullable(),
  messages: z.array(
    z.object({
      id: Id,
      direction: z.enum(['in', 'out', 'note']),
      author: z.string().nullable(),
      text: z.string(),
      /** When its sender changed it, and what it said before. */
      editedAt: Instant.nullable(),
      formerText: z.string(),
      at: Instant,
      /** Who wrote it, of a message that came in. */
      senderName: z.string(),
      senderAddress: z.string(),
      /** Where a letter asks to be answered, if not at its sender's address. */
      answerTo: z.string(),
      /** Our own mail server has not proven that address; anybody can have written it. */
      isUnproven: z.boolean(),
      subject: z.string(),
      /** What it repeats of earlier messages. */
      quoted: z.string(),
      isAutomatic: z.boolean(),
      files: z.array(MessageFile),
      /** It can be seen as its writer laid it out. */
      isLetter: z.boolean(),
      /** Files that are still on their way, or could not be got. */
      lackingFiles: z.array(LackingFile),
      /** Whether one of ours has left, and why not. */
      sending: Sending.nullable(),
    }),
  ),
  /** What the viewer is writing here, as another screen of theirs may have left it. */
  drafts: z.array(Draft),
  /** What was merged into it and can be set apart again. */
  merges: z.array(z.object({ id: Id, fromId: Id, number: z.int(), mergedAt: Instant })),
  /** What was split off it, and where that is. */
  splits: z.array(z.object({ id: Id, intoId: Id, number: z.int(), count: z.int() })),
  /** The conversation that it was split off. */
  splitFrom: z.object({ splitId: Id, id: Id, number: z.int() }).nullable(),
  /** What is about the same thing, of what the viewer may see. */
  links: z.array(
    z.object({
      id: Id,
      number: z.int(),
      who: z.string(),
      state: z.enum(['open', 'snoozed', 'closed']),
    }),
  ),
  attempts: z.array(Attempt),
  /** As the exchange saw them: also those that nobody of us spoke in. */
  calls: z.array(CallLine),
  followUps: z.array(FollowUp),
  /** There is more that was said and done before that moment; null where this is all. */
  earlierBefore: Instant.nullable(),
  history: z.array(
    z.object({
      id: Id,
      type: z.string(),
      at: Instant,
      actor: z.string().nullable(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** What was said and done in a conversation before a moment, the earliest first. */
export const FeedPage = Conversation.pick({
  messages: true,
  attempts: true,
  calls: true,
  history: true,
  earlierBefore: true,
});

/** A request on the subscriber's card. */
export const OnCard = z.object({
  id: Id,
  number: z.int(),
  subject: z.string(),
  state: z.enum(['open', 'snoozed', 'closed']),
  openedAt: Instant,
  closedOutcome: z.enum(closings).nullable(),
  ownerName: z.string().nullable(),
});

export const Changed = z.object({ id: Id, version: Version });
