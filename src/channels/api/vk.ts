import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id } from '../../kernel/api/shapes.ts';
import { troubles } from './choices.ts';
import { Changed, Name, One, WebAddress } from './shapes.ts';

const GroupId = z
  .string()
  .trim()
  .regex(/^\d{1,15}$/, { error: 'channels.bad_group' });

export const VkSettings = z.object({
  /** The number of the community. */
  groupId: GroupId,
  apiUrl: WebAddress.default('https://api.vk.com'),
});
export type VkSettings = z.output<typeof VkSettings>;

/**
 * Left out, they stay as they are, while server and community stay. They are never told again.
 * `secret` is what VK shows with every event, `confirmation` what it asks us for once.
 */
const Secrets = z.object({
  token: z.string().trim().max(500).optional(),
  secret: z.string().trim().max(100).optional(),
  confirmation: z.string().trim().max(100).optional(),
});

const NewCommunity = VkSettings.extend({ name: Name, ...Secrets.shape });
export type NewCommunity = z.output<typeof NewCommunity>;

export const vkApi = defineApi({
  'POST /api/channels/vk': {
    summary: 'Add a VK community; what people write to it becomes conversations',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewCommunity,
    output: Changed,
    errors: ['channels.community_taken', 'channels.too_many_channels'],
    status: 201,
  },
  'PUT /api/channels/vk/{id}': {
    summary: 'Change a VK community; another server or community needs its secrets again',
    permission: 'channels.manage',
    takesSecret: true,
    input: NewCommunity.extend(One.shape),
    output: Changed,
    errors: ['channels.not_found', 'channels.changed_meanwhile', 'channels.community_taken'],
  },
  'POST /api/channels/vk/test': {
    summary: 'Ask VK for the community and say what is wrong; nothing is kept',
    permission: 'channels.manage',
    takesSecret: true,
    repeats: 'harmless',
    perMinute: 20,
    /** With an id, what is left out is what is kept, for the same server and community. */
    input: NewCommunity.omit({ name: true }).extend({ id: Id.optional() }),
    output: z.object({
      trouble: z.enum(troubles).nullable(),
      words: z.string(),
      /** What the community is called, when VK answered. */
      groupName: z.string(),
    }),
    errors: ['channels.not_found'],
  },
});
