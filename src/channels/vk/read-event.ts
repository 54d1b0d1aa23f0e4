import { z } from 'zod';
import type { NewFile } from '../receiving/note-files.ts';
import { Event, type Message, NewMessage } from './event-shape.ts';

/** What one event comes to. */
export type ReadEvent =
  | { kind: 'message'; message: ReadMessage }
  | { kind: 'refused'; why: 'not_private' | 'our_own' }
  /** Somebody has read what we wrote. */
  | { kind: 'read'; peerId: string }
  /** Something that starts nothing, such as leave to write. */
  | { kind: 'notice' };

export type ReadMessage = {
  peerId: string;
  /** As contacts of VK are kept: `id1`. */
  fromId: string;
  messageId: string;
  isEdit: boolean;
  editedAt: Date | null;
  editNumber: number;
  text: string;
  files: NewFile[];
};

const OwnIds = z.object({
  from_id: z.int().optional(),
  user_id: z.int().optional(),
  peer_id: z.int().optional(),
  message: z.object({ from_id: z.int() }).optional(),
});

const Keyed = z.object({ event_id: z.string().min(1).max(200), object: OwnIds.optional() });

/** By what an event is told from others, and who it is from; null where it is none. */
export function keyOfEvent(payload: unknown): { key: string; sender: string } | null {
  const keyed = Keyed.safeParse(payload);
  if (!keyed.success) return null;
  const { event_id: key, object } = keyed.data;
  const from = object?.message?.from_id ?? object?.from_id ?? object?.user_id ?? 0;
  return { key, sender: from > 0 ? `id${from}` : '' };
}

/**
 * Leave to write given and taken, and what VK tells of our own answers: they left by us, or were
 * written on VK itself.
 */
const notices: ReadonlySet<string> = new Set([
  'message_allow',
  'message_deny',
  'message_reply',
  'message_typing_state',
]);

/** Reads a stored event; null where it is of no kind that we know. */
export function readEvent(payload: unknown): ReadEvent | null {
  const event = Event.safeParse(payload);
  if (!event.success) return null;
  const { type, object } = event.data;
  if (notices.has(type)) return { kind: 'notice' };
  if (type === 'message_read') return readBy(object);
  if (type === 'message_new') {
    const parsed = NewMessage.safeParse(object);
    return parsed.success ? readMessage(parsed.data.message, false) : null;
  }
  if (type !== 'message_edit') return null;
  const parsed = NewMessage.safeParse(object);
  return parsed.success ? readMessage(parsed.data.message, true) : null;
}

/** Chats of several begin here. */
const FIRST_CHAT = 2_000_000_000;

/** Of this piece of news VK describes no more than the name: who has read is all we want of it. */
function readBy(object: unknown): ReadEvent {
  const { from_id: from, peer_id: peer = from } = OwnIds.safeParse(object).data ?? {};
  const isPerson = peer !== undefined && peer > 0 && peer < FIRST_CHAT;
  return isPerson ? { kind: 'read', peerId: String(peer) } : { kind: 'notice' };
}

const ours: ReadEvent = { kind: 'refused', why: 'our_own' };

function readMessage(message: Message, isEdit: boolean): ReadEvent | null {
  const { from_id: from, peer_id: peer, conversation_message_id: number } = message;
  const { update_time: editedAt, version } = message;
  if (message.out === 1 || from < 0) return ours;
  if (peer >= FIRST_CHAT) return { kind: 'refused', why: 'not_private' };
  const files = message.attachments.flatMap(fileOf);
  const text = textOf(message);
  if (text === '' && files.length === 0) return null;
  return {
    kind: 'message',
    message: {
      peerId: String(peer),
      fromId: `id${from}`,
      messageId: number === 0 ? '' : String(number),
      isEdit,
      editedAt: editedAt === undefined ? null : new Date(editedAt * 1000),
      editNumber: isEdit ? version : 0,
      text,
      files,
    },
  };
}

type Attachment = Message['attachments'][number];

function fileOf({ photo, doc, audio_message: voice }: Attachment): NewFile[] {
  if (photo) {
    const largest = photo.sizes.toSorted((a, b) => b.width - a.width)[0];
    const place = photo.orig_photo?.url ?? largest?.url;
    return place ? [{ place, name: 'photo.jpg', contentType: 'image/jpeg' }] : [];
  }
  if (voice) return [{ place: voice.link_ogg, name: 'voice.ogg', contentType: 'audio/ogg' }];
  if (!doc) return [];
  const isNamed = doc.ext === '' || doc.title.toLowerCase().endsWith(`.${doc.ext.toLowerCase()}`);
  const name = isNamed ? doc.title : `${doc.title}.${doc.ext}`;
  return [{ place: doc.url, name: name || 'file', contentType: 'application/octet-stream' }];
}

/** The words; below them what stands in a message and is no file. */
function textOf({ text, attachments, geo }: Message): string {
  const beside = attachments.flatMap(({ type, link, video, photo, doc, audio_message: voice }) => {
    if (photo || doc || voice) return [];
    if (link) return [[link.title, link.url].filter(Boolean).join(': ')];
    return [video?.title ? `[${type}] ${video.title}` : `[${type}]`];
  });
  const place = geo ? [`${geo.coordinates.latitude}, ${geo.coordinates.longitude}`] : [];
  return [text, ...beside, ...place].filter(Boolean).join('\n');
}
