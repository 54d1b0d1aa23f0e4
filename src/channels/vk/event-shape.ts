import { z } from 'zod';

// Of what VK brings (https://dev.vk.com/api/community-events/json-schema), the parts that we read.

const Words = z.string().default('');
const Url = z.url({ protocol: /^https?$/ }).max(4000);

const Attachment = z.object({
  type: z.string(),
  photo: z
    .object({
      sizes: z.array(z.object({ url: Url, width: z.number().default(0) })).default([]),
      orig_photo: z.object({ url: Url }).optional(),
    })
    .optional(),
  doc: z.object({ url: Url, title: Words, ext: Words }).optional(),
  audio_message: z.object({ link_ogg: Url }).optional(),
  link: z.object({ url: Words, title: Words }).optional(),
  sticker: z.object({}).optional(),
  video: z.object({ title: Words }).optional(),
  wall: z.object({}).optional(),
});

export const Message = z.object({
  from_id: z.int(),
  peer_id: z.int(),
  /** When it was changed last. */
  update_time: z.int().positive().max(8_640_000_000_000).optional(),
  /** Grows with each change of it, of which several may fall into one second. */
  version: z.int().nonnegative().default(0),
  conversation_message_id: z.int().default(0),
  /** 1 where the community itself has written. */
  out: z.int().default(0),
  text: Words,
  attachments: z.array(Attachment).default([]),
  geo: z
    .object({ coordinates: z.object({ latitude: z.number(), longitude: z.number() }) })
    .optional(),
});
export type Message = z.output<typeof Message>;

export const Event = z.object({
  type: z.string().max(100),
  event_id: z.string().min(1).max(200),
  group_id: z.int(),
  object: z.unknown(),
});

/** Since version 5.103 the message stands beside what the sender's program can do. */
export const NewMessage = z
  .object({ message: Message })
  .or(Message.transform((message) => ({ message })));
