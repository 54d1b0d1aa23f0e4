import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id } from '../../kernel/api/shapes.ts';
import { receivings, troubles } from './choices.ts';
import { Changed, Name, One, WebAddress } from './shapes.ts';

const BotSettings = z.object({
  /** Telegram's own server, or one's own Bot API server. */
  apiUrl: WebAddress.default('https://api.telegram.org'),
  receiving: z.enum(receivings).default('polling'),
  /** Where Telegram reaches us when it calls; empty while we ask. */
  publicUrl: WebAddress.or(z.literal('')).default(''),
});

/** What is kept of a bot beside its token; `botId` tells one bot from another. */
export const KeptBot = BotSettings.extend({ botId: z.string() });
export type KeptBot = z.output<typeof KeptBot>;

/** Left out, it stays as it is, while the server stays. It is never told again. */
const Token = z.string().trim().max(200);

const NewBot = BotSettings.extend({ name: Name, token: Token.optional() });
export type NewBot = z.output<typeof NewBot>;

export const telegramApi = defineApi({
  'POST /api/channels/telegram': {
    summary: 'Add a Telegram bot; what people write to it becomes conversations',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewBot,
    output: Changed,
    errors: ['channels.bot_taken', 'channels.too_many_channels', 'channels.public_url_needed'],
    status: 201,
  },
  'PUT /api/channels/telegram/{id}': {
    summary: 'Change a Telegram bot; another server needs the token again',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewBot.extend(One.shape),
    output: Changed,
    errors: [
      'channels.not_found',
      'channels.changed_meanwhile',
      'channels.bot_taken',
      'channels.public_url_needed',
    ],
  },
  'POST /api/channels/telegram/test': {
    summary: 'Ask Telegram who the bot is and say what is wrong; nothing is kept',
    permission: 'channels.manage',
    takesSecret: true,
    repeats: 'harmless',
    perMinute: 20,
    /** With an id, a token left out is the one that is kept, for the same server. */
    input: NewBot.omit({ name: true }).extend({ id: Id.optional() }),
    output: z.object({
      trouble: z.enum(troubles).nullable(),
      words: z.string(),
      /** `@name` of the bot, when it answered. */
      botName: z.string(),
    }),
    errors: ['channels.not_found', 'channels.public_url_needed'],
  },
});
