import { createHmac } from 'node:crypto';
import { isSame } from '../../../kernel/http/raw-door.ts';
import type { CallFact, LineEnd } from '../call-facts.ts';
import type { ReadParty } from '../read-party.ts';
import { formOf, type HookEvent, outsideAmong, type Provider, textOf } from './provider.ts';

/** What each event is signed over, in this order: https://zadarma.com/ru/support/api/. */
const signed: Readonly<Record<string, readonly string[]>> = {
  NOTIFY_START: ['caller_id', 'called_did', 'call_start'],
  NOTIFY_INTERNAL: ['caller_id', 'called_did', 'call_start'],
  NOTIFY_ANSWER: ['caller_id', 'destination', 'call_start'],
  NOTIFY_END: ['caller_id', 'called_did', 'call_start'],
  NOTIFY_OUT_START: ['internal', 'destination', 'call_start'],
  NOTIFY_OUT_END: ['internal', 'destination', 'call_start'],
  NOTIFY_RECORD: ['pbx_call_id', 'call_id_with_rec'],
};

/**
 * Zadarma: a form whose fields are the event, and a header `Signature` of HMAC-SHA1 over some of
 * them: the hex of it, once more in base64, as its own examples write it. Its times are in the time
 * zone of an account that we do not know, so what counts is when it told us.
 */
export const zadarma: Provider = {
  open: ({ body, header }, { secret }) => {
    const event = formOf(body);
    const fields = signed[event['event'] ?? ''];
    if (!fields) return null;
    const over = fields.map((name) => event[name] ?? '').join('');
    const sum = createHmac('sha1', secret).update(over).digest('hex');
    return isSame(header('signature'), Buffer.from(sum).toString('base64')) ? event : null;
  },
  facts: (event, at, read) => {
    const linkedId = textOf(event['pbx_call_id']);
    return linkedId === '' ? null : { linkedId, facts: factsOf(event, at, read) };
  },
  outside: (event, read) =>
    outsideAmong([textOf(event['caller_id']), textOf(event['destination'])], read),
};

/** The line to the other side, of a call that we make. */
const OUT = 'out';

function factsOf(event: HookEvent, at: Date, read: ReadParty): CallFact[] {
  const field = (name: string): string => textOf(event[name]);
  const internal = field('internal');
  const from = read(field('caller_id'));
  const came: CallFact = { kind: 'began', at, from, to: read(field('called_did')) };
  const called = read(field('destination'));
  const went: CallFact = { kind: 'began', at, from: read(internal), to: called };
  switch (event['event']) {
    case 'NOTIFY_START':
      return [came, { kind: 'queued', at }];
    case 'NOTIFY_INTERNAL':
      return [came, { kind: 'rang', at, line: internal, party: read(internal) }];
    case 'NOTIFY_ANSWER':
      return 'phone' in called
        ? [{ kind: 'answered', at, line: OUT, party: called }]
        : [{ kind: 'answered', at, line: internal, party: read(internal || field('destination')) }];
    case 'NOTIFY_END':
      return [came, ...spoken(event, at, { line: internal, party: read(internal) }), over(at)];
    case 'NOTIFY_OUT_START':
      return [went, { kind: 'rang', at, line: OUT, party: called }];
    case 'NOTIFY_OUT_END':
      return [went, ...spoken(event, at, { line: OUT, party: called }), over(at)];
    case 'NOTIFY_RECORD':
      return [{ kind: 'recorded', at, recording: field('call_id_with_rec') }];
    default:
      return [];
  }
}

const over = (at: Date): CallFact => ({ kind: 'ended', at });

const ends: Readonly<Record<string, LineEnd>> = {
  busy: 'busy',
  'no answer': 'no_answer',
  cancel: 'cancelled',
};

/** How a line ended; one that was spoken in was answered so many seconds before. */
function spoken(
  event: HookEvent,
  at: Date,
  one: Pick<Extract<CallFact, { kind: 'answered' }>, 'line' | 'party'>,
): CallFact[] {
  const disposition = textOf(event['disposition']);
  if (one.line === '') return [];
  if (disposition !== 'answered') {
    return [{ kind: 'line_ended', at, line: one.line, why: ends[disposition] ?? 'failed' }];
  }
  const seconds = Number(event['duration']) || 0;
  const answeredAt = new Date(at.getTime() - Math.max(0, seconds) * 1000);
  return [{ kind: 'answered', at: answeredAt, ...one }];
}
