import { z } from 'zod';
import type { NewFile } from '../receiving/note-files.ts';
import { fileFields, type Message, Update } from './update-shape.ts';

/** What one update comes to. */
export type ReadUpdate =
  | { kind: 'message'; message: ReadMessage; buttonId?: string }
  /** A chat of several, a bot, or a channel: nobody there is one person who asks us something. */
  | { kind: 'refused'; why: 'not_private' | 'auto_reply' }
  /** Something that starts nothing, such as a bot that was blocked. */
  | { kind: 'notice' };

export type ReadMessage = {
  chatId: string;
  fromId: string;
  name: string;
  username: string;
  /** The message's own name in its chat; a press of a button has none. */
  messageId: string;
  isEdit: boolean;
  editedAt: Date | null;
  /** Updates are counted. */
  editNumber: number;
  text: string;
  /** The phone that the sender has shown to be his own, as Telegram writes it. */
  ownPhone: string;
  files: NewFile[];
};

const Keyed = z.object({ update_id: z.int() });
const someone = z.object({ from: z.object({ id: z.int() }) });
const parts = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** By what an update is told from others, and who it is from; null where it is none. */
export function keyOfUpdate(payload: unknown): { key: string; sender: string } | null {
  const keyed = Keyed.safeParse(payload);
  if (!keyed.success) return null;
  const given = payload as Record<string, unknown>;
  const froms = parts.map((part) => someone.safeParse(given[part]).data?.from.id);
  const from = froms.find((id) => id !== undefined);
  return { key: String(keyed.data.update_id), sender: from === undefined ? '' : String(from) };
}

/** Reads a stored update; null where it is of no kind that we know. */
export function readUpdate(payload: unknown): ReadUpdate | null {
  const parsed = Update.safeParse(payload);
  if (!parsed.success) return null;
  const { message, edited_message: edited, callback_query: pressed } = parsed.data;
  if (message) return readMessage(message, null);
  if (edited) return readMessage(edited, parsed.data.update_id);
  if (pressed) return readPress(pressed);
  return parsed.data.my_chat_member ? { kind: 'notice' } : null;
}

function readMessage(message: Message, editNumber: number | null): ReadUpdate | null {
  const { from, chat, contact, edit_date: editedAt } = message;
  if (chat.type !== 'private') return { kind: 'refused', why: 'not_private' };
  if (!from) return null;
  if (from.is_bot) return { kind: 'refused', why: 'auto_reply' };
  const files = filesOf(message);
  const text = textOf(message);
  // What a chat tells of itself, or a kind of message that is newer than this program.
  if (text === '' && files.length === 0) return null;
  const isOwn = contact?.user_id === from.id;
  return {
    kind: 'message',
    message: {
      ...sender(from),
      chatId: String(chat.id),
      messageId: String(message.message_id),
      isEdit: editNumber !== null,
      editedAt: editedAt === undefined ? null : new Date(editedAt * 1000),
      editNumber: editNumber ?? 0,
      text,
      ownPhone: isOwn ? contact.phone_number : '',
      files,
    },
  };
}

function readPress({ id, from, data, message }: Pressed): ReadUpdate {
  if (message && message.chat.type !== 'private') return { kind: 'refused', why: 'not_private' };
  const keys = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const label = keys.find(({ callback_data: given }) => given === data)?.text;
  return {
    kind: 'message',
    buttonId: id,
    message: {
      ...sender(from),
      chatId: String(message?.chat.id ?? from.id),
      messageId: '',
      isEdit: false,
      editedAt: null,
      editNumber: 0,
      text: label || data || '—',
      ownPhone: '',
      files: [],
    },
  };
}

type Pressed = NonNullable<z.output<typeof Update>['callback_query']>;
type From = Pressed['from'];

const sender = ({ id, first_name: first, last_name: last, username }: From) => ({
  fromId: String(id),
  name: [first, last].filter(Boolean).join(' ').trim().slice(0, 200),
  username: username.toLowerCase(),
});

/** The words; of what has none, what a person would say of it. */
function textOf({ text, caption, contact, location, sticker }: Message): string {
  if (text !== '') return text;
  if (caption !== '') return caption;
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ');
    return [name, contact.phone_number].filter(Boolean).join(', ');
  }
  if (location) return `${location.latitude}, ${location.longitude}`;
  return sticker?.emoji ?? '';
}

const kinds = Object.entries(fileFields) as [keyof typeof fileFields, string][];

function filesOf(message: Message): NewFile[] {
  const photo = message.photo?.at(-1);
  const photos = photo
    ? [{ place: photo.file_id, name: 'photo.jpg', contentType: 'image/jpeg' }]
    : [];
  // An animation comes as a document too.
  const fields = kinds.filter(([field]) => field !== 'document' || !message.animation);
  return [
    ...photos,
    ...fields.flatMap(([field, usual]) => {
      const file = message[field];
      if (!file) return [];
      const contentType = file.mime_type || usual || 'application/octet-stream';
      return [
        { place: file.file_id, name: file.file_name || nameOf(field, contentType), contentType },
      ];
    }),
  ];
}

/** A name for what has none: `voice.ogg`. */
const nameOf = (field: string, contentType: string): string =>
  `${field}.${/^\w+\/([\w-]+)/.exec(contentType)?.[1] ?? 'bin'}`;
