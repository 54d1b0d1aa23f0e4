import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Instant, Nothing } from '../../kernel/api/shapes.ts';
import { Changed, Name, One } from './shapes.ts';

export const ChatSettings = z.object({
  /** Stands at the head of the window. */
  title: z.string().trim().min(1).max(60),
  /** The first words a visitor reads. */
  greeting: z.string().trim().max(300).default(''),
});
export type ChatSettings = z.output<typeof ChatSettings>;

const NewChat = ChatSettings.extend({ name: Name });
export type NewChat = z.output<typeof NewChat>;

/**
 * The visitor's own secret, made and kept by the browser: who shows it sees what was said under it.
 * So a message that is sent again after a lost answer makes no second visitor.
 */
const Token = z.string().regex(/^[\w-]{32,64}$/);
/** By which one message is known again. */
const Key = z.string().regex(/^[\w-]{16,64}$/);

const Line = z.object({
  id: z.string(),
  isOurs: z.boolean(),
  text: z.string(),
  at: Instant,
  files: z.array(z.object({ id: Id, name: z.string(), sizeBytes: z.int() })),
});

export const chatApi = defineApi({
  'POST /api/public/chat/lines': {
    summary:
      'What a visitor of the site sees: the window’s words, whether anybody is there, the talk',
    permission: 'public',
    isCrossOrigin: true,
    repeats: 'harmless',
    perMinute: 120,
    input: z.object({ channelId: Id, token: Token.optional() }),
    output: z.object({
      title: z.string(),
      greeting: z.string(),
      /** Whether somebody is ready to answer. */
      isOpen: z.boolean(),
      /** The latest, in order. */
      lines: z.array(Line),
    }),
    errors: ['channels.not_found'],
  },
  'POST /api/public/chat/files/{fileId}': {
    summary: 'A file of the talk, for the visitor whose secret is shown',
    permission: 'public',
    isCrossOrigin: true,
    repeats: 'harmless',
    perMinute: 60,
    kind: 'download',
    input: z.object({ channelId: Id, token: Token, fileId: Id }),
    output: Nothing,
    errors: ['channels.file_not_found'],
  },
  'POST /api/public/chat/messages': {
    summary: 'What a visitor of the site writes; the same key once more is the same message',
    permission: 'public',
    isCrossOrigin: true,
    repeats: 'own',
    perMinute: 60,
    input: z.object({
      channelId: Id,
      token: Token,
      key: Key,
      text: z.string().trim().min(1).max(4000),
      /** The page on which it was written. */
      page: z.string().trim().max(500).default(''),
    }),
    output: Nothing,
    errors: ['channels.not_found'],
    status: 202,
  },
  'POST /api/channels/chat': {
    summary: 'Add a chat window for a site; what visitors write becomes conversations',
    permission: 'channels.manage',
    input: NewChat,
    output: Changed,
    errors: ['channels.too_many_channels'],
    status: 201,
  },
  'PUT /api/channels/chat/{id}': {
    summary: 'Change the words of a chat window',
    permission: 'channels.manage',
    input: NewChat.extend(One.shape),
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile'],
  },
});
