import { z } from 'zod';
import { Id, Instant } from '../../kernel/api/shapes.ts';
import { Deadline } from '../../norms/api.ts';
import { Label } from '../../work/api/labels.ts';
import { Draft } from '../../work/api/writing.ts';
import { clockKinds, clockStatuses } from './clocks.ts';
import { linkKinds } from './states.ts';
import { Named, Priority, TicketState, Version } from './shapes.ts';

const Facts = z.record(z.string(), z.unknown());

const NoteFile = z.object({
  id: Id,
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
});

const noteKinds = ['note', 'told'] as const;
/** Ways of writing one: a reply is told by a message, which leaves. */
export const writtenKinds = [...noteKinds, 'reply'] as const;
/** How far the message is by which it was told. */
const sendingStates = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const;

export const Note = z.object({
  id: Id,
  kind: z.enum(noteKinds),
  author: z.string().nullable(),
  /** The rule that wrote it, by name. */
  rule: z.string().nullable(),
  text: z.string(),
  at: Instant,
  /** Null where it was told otherwise, or to nobody. */
  sending: z.enum(sendingStates).nullable(),
  files: z.array(NoteFile),
});

/** A step in a ticket's life, with what each field was before and after. */
export const Past = z.object({
  id: Id,
  type: z.string(),
  at: Instant,
  actor: z.string().nullable(),
  actorStaffId: Id.nullable(),
  facts: Facts,
  /** Words of the person: the subject, the description; gone after an erasure. */
  details: Facts.nullable(),
});

/** One promise: where it stands, and why it is due when it is. */
const ClockShape = z.object({
  id: Id,
  kind: z.enum(clockKinds),
  status: z.enum(clockStatuses),
  startedAt: Instant,
  metAt: Instant.nullable(),
  /** Null where work never opens again. */
  dueAt: Instant.nullable(),
  spentSeconds: z.number(),
  deadline: Deadline,
});

/** Everything that the page of a ticket shows. */
export const Ticket = z.object({
  id: Id,
  /** Its number where an import has brought it from. */
  externalNumber: z.string().nullable(),
  version: Version,
  subject: z.string(),
  description: z.string(),
  category: Named,
  priority: Priority,
  state: TicketState,
  waitsUntil: Instant.nullable(),
  owner: Named.nullable(),
  team: Named.nullable(),
  subscriberId: Id.nullable(),
  subscriberName: z.string().nullable(),
  /** Whose an import said it to be, where no subscriber was found for it. */
  signs: z.array(z.string()),
  account: z.object({ id: Id, number: z.string() }).nullable(),
  serviceAddressId: Id.nullable(),
  address: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  updatedAt: Instant,
  createdBy: z.string().nullable(),
  labels: z.array(Label),
  /** What the viewer is writing here: `reply` is what the subscriber is to be told. */
  drafts: z.array(Draft),
  watchers: z.array(Named),
  isWatching: z.boolean(),
  /** May the viewer change it. */
  isWorkable: z.boolean(),
  conversations: z.array(
    z.object({
      id: Id,
      number: z.int(),
      channel: z.string(),
      /** It is the same person's and can be answered in writing. */
      isWritten: z.boolean(),
    }),
  ),
  clocks: z.array(ClockShape),
  escalatedAt: Instant.nullable(),
  /** What it has to do with others; `isSaidHere` is read from this one, else from the other. */
  links: z.array(
    z.object({
      kind: z.enum(linkKinds),
      isSaidHere: z.boolean(),
      id: Id,
      subject: z.string(),
      state: TicketState,
    }),
  ),
  /** What was merged into it. */
  parts: z.array(z.object({ id: Id, subject: z.string() })),
  /** What was split off it, and where that is. */
  splits: z.array(z.object({ id: Id, intoId: Id, subject: z.string(), count: z.int() })),
  /** The ticket that it was split off. */
  splitFrom: z.object({ splitId: Id, id: Id, subject: z.string() }).nullable(),
  /** The newest notes; whether there are some before them is said by `hasEarlierNotes`. */
  notes: z.array(Note),
  hasEarlierNotes: z.boolean(),
  /** The newest steps; whether there are some before them is said by `hasEarlier`. */
  history: z.array(Past),
  hasEarlier: z.boolean(),
  /** Names behind the ids that the history speaks of: `staff 7`, `team 2`. */
  names: z.record(z.string(), z.string()),
});

/** A ticket beside other work: on a card, at a conversation. */
export const TicketLine = z.object({
  id: Id,
  subject: z.string(),
  category: z.string(),
  priority: Priority,
  state: TicketState,
  openedAt: Instant,
  /** By when the next step is due; null while its clocks stand. */
  dueAt: Instant.nullable(),
  ownerName: z.string().nullable(),
});
