import { createHash } from 'node:crypto';
import { isSame } from '../../../kernel/http/raw-door.ts';
import type { CallFact, Party } from '../call-facts.ts';
import type { ReadParty } from '../read-party.ts';
import {
  formOf,
  type HookEvent,
  jsonOf,
  notLater,
  outsideAmong,
  type Provider,
  textOf,
} from './provider.ts';

/**
 * Mango Office, virtual exchange: POST to our address with `/events/…` behind it, a form of
 * `vpbx_api_key`, `sign` and `json`; the signature is sha256(key + json + salt), in hex.
 */
export const mango: Provider = {
  open: ({ body, path }, { key, secret }) => {
    const { vpbx_api_key: shownKey = '', sign = '', json = '' } = formOf(body);
    const right = createHash('sha256').update(`${key}${json}${secret}`).digest('hex');
    if (!isSame(shownKey, key) || !isSame(sign.toLowerCase(), right)) return null;
    const event = jsonOf(json);
    return event && { kind: path.split('/').filter(Boolean)[1] ?? '', ...event };
  },
  facts: (event, receivedAt, read) => {
    const linkedId = textOf(event['entry_id']);
    if (linkedId === '') return null;
    const told = { event, receivedAt, read };
    if (event['kind'] === 'summary') return { linkedId, facts: summary(told) };
    if (event['kind'] === 'recording') return { linkedId, facts: recording(told) };
    return event['kind'] === 'call' ? { linkedId, facts: stateOf(told) } : null;
  },
  outside: (event, read) =>
    outsideAmong(
      [textOf(side(event, 'from')['number']), textOf(side(event, 'to')['number'])],
      read,
    ),
};

type Told = { event: HookEvent; receivedAt: Date; read: ReadParty };

const side = (event: HookEvent, name: 'from' | 'to'): Record<string, unknown> => ({
  ...(event[name] as object | undefined),
});

const party = (one: Record<string, unknown>, read: ReadParty): Party =>
  read(textOf(one['extension']) || textOf(one['number']));

/** Seconds since 1970, as all its times are. */
const timeOf = (told: Told, name: string): Date =>
  notLater(new Date(Number(told.event[name]) * 1000 || Number.NaN), told.receivedAt);

function begun({ event, read }: Told, at: Date): CallFact {
  const from = party(side(event, 'from'), read);
  const to = side(event, 'to');
  // Of what comes from outside it tells which of our numbers was called.
  const ours = textOf(to['line_number']) || textOf(event['line_number']);
  return { kind: 'began', at, from, to: 'extension' in from ? party(to, read) : read(ours) };
}

function stateOf(told: Told): CallFact[] {
  const { event, read } = told;
  const at = timeOf(told, 'timestamp');
  const line = textOf(event['call_id']);
  const called = party(side(event, 'to'), read);
  switch (event['call_state']) {
    case 'Appeared':
      return [begun(told, at), waiting(event, at) ?? { kind: 'rang', at, line, party: called }];
    case 'Connected':
      // To be heard by a menu or a queue is not to be answered.
      return [begun(told, at), waiting(event, at) ?? { kind: 'answered', at, line, party: called }];
    case 'Disconnected':
      return [begun(told, at), { kind: 'line_ended', at, line, why: 'cancelled' }];
    default:
      return [];
  }
}

const waiting = (event: HookEvent, at: Date): CallFact | null =>
  event['location'] === 'abonent' ? null : { kind: 'queued', at };

/** The whole call, told once it is over. */
function summary(told: Told): CallFact[] {
  const { event, read } = told;
  const at = timeOf(told, 'end_time');
  const began = begun(told, timeOf(told, 'create_time'));
  const talked = Number(event['talk_time']) > 0;
  const answered: CallFact = {
    kind: 'answered',
    at: timeOf(told, 'talk_time'),
    line: 'summary',
    party: party(side(event, 'to'), read),
  };
  return [began, ...(talked ? [answered] : []), { kind: 'ended', at }];
}

function recording(told: Told): CallFact[] {
  const name = textOf(told.event['recording_id']);
  if (name === '' || told.event['recording_state'] !== 'Completed') return [];
  return [{ kind: 'recorded', at: timeOf(told, 'timestamp'), recording: name }];
}
