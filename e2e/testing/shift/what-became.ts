import { api as channelsApi } from '../../../src/channels/api.ts';
import { readEmail } from '../../../src/channels/email/read-email.ts';
import { api } from '../../../src/conversations/api.ts';
import type { As } from '../../../src/testing/world.ts';
import type { Arrival } from './arrivals.ts';
import type { Installed } from '../killed-program.ts';
import type { Shift } from './open-shift.ts';

type Queue = 'all' | 'closed';

async function idsOf(installation: Installed, as: As, queue: Queue): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const asked = { queue, ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await installation.via(api)('GET /api/conversations', asked, as);
    ids.push(...body.rows.map(({ id }) => id));
    cursor = body.next;
  }
  return ids;
}

const read = async (installation: Installed, as: As, id: number) =>
  (await installation.via(api)('GET /api/conversations/{id}', { id }, as)).body;

export type Stand = {
  came: number;
  closed: number;
  /** What still waits for somebody: all that is open, but for what only a person could decide. */
  left: number[];
};

/** How far the shift has come. */
export async function standAt(installation: Installed, as: As): Promise<Stand> {
  const [open, closed] = [
    await idsOf(installation, as, 'all'),
    await idsOf(installation, as, 'closed'),
  ];
  const left: number[] = [];
  for (const id of open) {
    const { messages } = await read(installation, as, id);
    const isUnknown = messages.some(({ sending }) => sending?.state === 'unknown');
    if (!isUnknown) left.push(id);
  }
  return { came: open.length + closed.length, closed: closed.length, left };
}

export type Became = {
  conversations: number;
  /** Words of ours that have left, and those of which nobody knows. */
  sent: string[];
  unknown: string[];
  calls: number;
  /** What was lost, came twice, was answered twice or not at all. */
  wrong: string[];
};

/** Reads all that there is, as an administrator sees it. */
export async function whatBecame(
  installation: Installed,
  as: As,
  everybody: readonly Arrival[],
): Promise<Became> {
  const ids = [
    ...(await idsOf(installation, as, 'all')),
    ...(await idsOf(installation, as, 'closed')),
  ];
  const became: Became = { conversations: ids.length, sent: [], unknown: [], calls: 0, wrong: [] };
  const said = new Map<string, number>();
  for (const id of ids) {
    const { channel, messages, attempts } = await read(installation, as, id);
    for (const { direction, text } of messages) {
      if (direction === 'in') said.set(text, (said.get(text) ?? 0) + 1);
    }
    const ours = messages.filter(({ direction }) => direction === 'out');
    const isCalled = channel === 'call' || channel === 'site_form';
    // What was handed over in the middle of a call is called again by whoever has it now.
    const reached = attempts.filter(({ outcome }) => outcome === 'reached');
    const answers = isCalled ? reached.length : ours.length;
    if (answers !== 1) {
      const tries = attempts.map(({ outcome }) => outcome ?? 'none').join(', ');
      became.wrong.push(`${channel} ${id} was answered ${answers} times (calls: ${tries})`);
    }
    if (isCalled) became.calls += 1;
    for (const { text, sending } of ours) {
      if (sending?.state === 'sent') became.sent.push(text);
      else if (sending?.state === 'unknown') became.unknown.push(text);
      else became.wrong.push(`${channel} ${id} is ${sending?.state}`);
    }
  }
  for (const { by, words } of everybody) {
    const times = said.get(words) ?? 0;
    if (by !== 'call' && times !== 1) became.wrong.push(`${by} «${words}» came ${times} times`);
  }
  return became;
}

/** What the channels themselves say that was lost, still waits, or stands nowhere. */
export async function astray(installation: Installed, as: As): Promise<string[]> {
  const { rows, form } = (await installation.via(channelsApi)('GET /api/channels', {}, as)).body;
  return [...rows, { name: 'form', ...form }].flatMap(({ name, today }) => {
    const { lost, waiting, stored, shown, noted } = today;
    return lost + waiting + stored - shown - noted === 0
      ? []
      : [`${name}: ${JSON.stringify(today)}`];
  });
}

/** All that they were sent, by their own books. */
export async function received({ installation, them }: Shift, everybody: readonly Arrival[]) {
  const linesOf = async ({ token }: Arrival): Promise<string[]> => {
    const asked = { channelId: them.ids.chat, token };
    const { body } = await installation.via(channelsApi)('POST /api/public/chat/lines', asked);
    return body.lines.filter(({ isOurs }) => isOurs).map(({ text }) => text);
  };
  const chats = await Promise.all(everybody.filter(({ by }) => by === 'chat').map(linesOf));
  const raw = them.smtp.letters.map(({ text }) => readEmail(Buffer.from(text)));
  const letters = await Promise.all(raw);
  return [
    ...them.telegram.sent.map(({ text }) => text),
    ...them.vk.messages.map(({ text }) => text),
    ...letters.map((letter) => (letter.ok ? letter.value.text : '')),
    ...chats.flat(),
  ];
}
