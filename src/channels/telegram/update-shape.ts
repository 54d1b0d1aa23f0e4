import { z } from 'zod';

// Of what Telegram tells (https://core.telegram.org/bots/api#update), the parts that we read.

const Words = z.string().default('');
const Id = z.int();

const From = z.object({
  id: Id,
  is_bot: z.boolean().default(false),
  first_name: Words,
  last_name: Words,
  username: Words,
});

const File = z.object({
  file_id: z.string().min(1).max(500),
  file_name: Words,
  mime_type: Words,
  file_size: z.number().optional(),
});

/** Smaller and larger pictures of the same, the largest last. */
const Photos = z.array(z.object({ file_id: z.string().min(1).max(500) })).min(1);

/** Files that come as a field of their own, and what they are where it is not said. */
export const fileFields = {
  document: '',
  voice: 'audio/ogg',
  audio: 'audio/mpeg',
  video: 'video/mp4',
  video_note: 'video/mp4',
  animation: 'video/mp4',
} as const;

const files = Object.fromEntries(
  Object.keys(fileFields).map((field) => [field, File.optional()]),
) as Record<keyof typeof fileFields, z.ZodOptional<typeof File>>;

const Message = z.object({
  message_id: Id,
  edit_date: z.int().positive().max(8_640_000_000_000).optional(),
  /** A channel's own post has none. */
  from: From.optional(),
  chat: z.object({ id: Id, type: z.string().default('private') }),
  text: Words,
  caption: Words,
  photo: Photos.optional(),
  sticker: z.object({ emoji: Words }).optional(),
  contact: z
    .object({
      phone_number: z.string().max(40),
      first_name: Words,
      last_name: Words,
      user_id: Id.optional(),
    })
    .optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  ...files,
});
export type Message = z.output<typeof Message>;

export const Update = z.object({
  update_id: Id,
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: z
    .object({
      id: z.string().min(1).max(200),
      from: From,
      data: Words,
      message: z
        .object({
          chat: z.object({ id: Id, type: z.string().default('private') }),
          reply_markup: z
            .object({
              inline_keyboard: z.array(
                z.array(z.object({ text: Words, callback_data: z.string().optional() })),
              ),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
  /** The person has blocked the bot or let it in again. */
  my_chat_member: z.object({ from: From }).optional(),
});
