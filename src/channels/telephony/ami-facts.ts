import type { AmiMessage } from '../adapters/ami-messages.ts';
import type { CallFact, LineEnd, Party } from './call-facts.ts';
import type { ReadParty } from './read-party.ts';

/** What is asked of the exchange at sign-in: calls, queues, and where a recording goes. */
export const AMI_EVENTS = 'call,agent,dialplan';

/** Events that say something of a call; all others are let pass and not kept. */
const told: ReadonlySet<string> = new Set([
  'Newchannel',
  'Newstate',
  'DialBegin',
  'DialEnd',
  'BridgeEnter',
  'Hangup',
  'QueueCallerJoin',
  'QueueCallerAbandon',
  'AgentConnect',
  'VarSet',
]);

/** In this variable Asterisk names the file that a call is recorded into. */
const RECORDING = 'MIXMONITOR_FILENAME';

/** What joins the lines of a call; null where an event says nothing that is kept. */
export function callOf(event: AmiMessage): string | null {
  const name = event['event'] ?? '';
  if (!told.has(name)) return null;
  if (name === 'VarSet' && event['variable'] !== RECORDING) return null;
  if (name === 'Newstate' && event['channelstatedesc'] !== 'Ringing') return null;
  // Of a dial that no call of the dial plan made, only the dialled side is named.
  return event['linkedid'] || event['destlinkedid'] || null;
}

/**
 * What an event of Asterisk (12 and later) says of its call. Channels are lines; the one that gave
 * the call its linked id is its beginner's, and with it the call ends.
 */
export function amiFacts(event: AmiMessage, at: Date, read: ReadParty): CallFact[] {
  const line = event['uniqueid'] ?? '';
  const dialled = event['destuniqueid'] ?? '';
  switch (event['event']) {
    case 'Newchannel':
      return line === event['linkedid'] ? began(event, at, read) : [];
    case 'Newstate':
      return [{ kind: 'rang', at, line, party: ownerOf(event, read) }];
    case 'DialBegin':
      return [{ kind: 'rang', at, line: dialled, party: dialledParty(event, read) }];
    case 'DialEnd':
      return dialEnded(event, at, read);
    case 'AgentConnect':
      return [{ kind: 'answered', at, line: dialled, party: dialledParty(event, read) }];
    case 'BridgeEnter':
      return entered(event, at, read);
    case 'Hangup':
      return hungUp(event, at);
    case 'QueueCallerJoin':
      return [{ kind: 'queued', at }];
    case 'QueueCallerAbandon':
      return [{ kind: 'abandoned', at }];
    case 'VarSet':
      return event['value'] ? [{ kind: 'recorded', at, recording: event['value'] }] : [];
    default:
      return [];
  }
}

/** Headers in which an event may name somebody outside, the likeliest first. */
const numbers = ['calleridnum', 'connectedlinenum', 'destconnectedlinenum', 'destcalleridnum'];

/** The phone of somebody outside whom an event names: by it an erasure finds what was kept. */
export function outsideOf(event: AmiMessage, read: ReadParty): string {
  const dialled = event['dialstring']?.split('/').at(-1)?.split('@')[0];
  for (const number of [...numbers.map((one) => event[one]), dialled, event['exten']]) {
    const party = read(number);
    if ('phone' in party && party.phone !== '') return party.phone;
  }
  return '';
}

function began(event: AmiMessage, at: Date, read: ReadParty): CallFact[] {
  const peer = peerOf(event['channel']);
  // A phone of the house is known by its channel, whatever number it shows outside.
  const from = peer === null ? read(event['calleridnum']) : read(peer);
  return [{ kind: 'began', at, from, to: read(event['exten']) }];
}

/** `PJSIP/101-0000002a` → `101`; null where the channel is no phone of the house. */
export function peerOf(channel = ''): string | null {
  const [, peer = ''] =
    /^[A-Za-z0-9]+\/([^@;]+?)(?:-[0-9a-f]{4,})?(?:[@;].*)?$/.exec(channel) ?? [];
  return /^\d{2,5}$/.test(peer) ? peer : null;
}

function ownerOf(event: AmiMessage, read: ReadParty): Party {
  return read(peerOf(event['channel']) ?? event['calleridnum']);
}

function dialledParty(event: AmiMessage, read: ReadParty): Party {
  const peer = peerOf(event['destchannel']);
  if (peer !== null) return read(peer);
  // `trunk/79123456789`: what was dialled stands behind the name of the trunk.
  const dialled = event['dialstring']?.split('/').at(-1)?.split('@')[0];
  return read(dialled || event['destcalleridnum']);
}

/** https://docs.asterisk.org: DialStatus of DialEnd. */
const dialEnds: Readonly<Record<string, LineEnd>> = {
  BUSY: 'busy',
  NOANSWER: 'no_answer',
  CANCEL: 'cancelled',
  ABORT: 'cancelled',
  CONTINUE: 'cancelled',
  GOTO: 'cancelled',
  CHANUNAVAIL: 'failed',
  CONGESTION: 'failed',
};

function dialEnded(event: AmiMessage, at: Date, read: ReadParty): CallFact[] {
  const line = event['destuniqueid'] ?? '';
  const status = event['dialstatus'] ?? '';
  if (status === 'ANSWER') {
    return [{ kind: 'answered', at, line, party: dialledParty(event, read) }];
  }
  const why = dialEnds[status];
  return why ? [{ kind: 'line_ended', at, line, why }] : [];
}

/** Two in a bridge speak with each other; one alone waits there, and may hear music. */
function entered(event: AmiMessage, at: Date, read: ReadParty): CallFact[] {
  const line = event['uniqueid'] ?? '';
  const isBeginner = line === event['linkedid'];
  if (isBeginner || Number(event['bridgenumchannels']) < 2) return [];
  const party = ownerOf(event, read);
  return 'extension' in party ? [{ kind: 'answered', at, line, party }] : [];
}

/** Causes of Q.850: 16 and 31 are ends in peace, 17 is busy, 18, 19 and 26 nobody was there. */
const causes: Readonly<Record<string, LineEnd>> = {
  '16': 'answered',
  '17': 'busy',
  '18': 'no_answer',
  '19': 'no_answer',
  '26': 'cancelled',
  '31': 'answered',
};

function hungUp(event: AmiMessage, at: Date): CallFact[] {
  const line = event['uniqueid'] ?? '';
  const why = causes[event['cause'] ?? ''] ?? 'failed';
  const end: CallFact[] = [{ kind: 'line_ended', at, line, why }];
  return line === event['linkedid'] ? [...end, { kind: 'ended', at }] : end;
}
