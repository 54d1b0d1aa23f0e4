import { randomUUID } from 'node:crypto';
import { AmiDoor, type Headers } from './ami-door.ts';

type Channel = {
  name: string;
  uniqueid: string;
  linkedid: string;
  number: string;
  exten: string;
  state: 'Ring' | 'Ringing' | 'Up';
  bridge: string;
};

let uniques = 0;
const unique = (): string => `1772431200.${(uniques += 1)}`;

/**
 * An Asterisk on loopback, as its manager interface is described: tells what happens to its
 * channels, lists them and dials. It can repeat itself, speak out of order, lose the line and die;
 * what it tells while nobody is on the line is lost.
 */
export class Asterisk {
  readonly door = new AmiDoor((action, answer) => this.#asked(action, answer));
  /** How often each event is told, and whether those of one step are told in another order. */
  times = 1;
  isShuffling = false;
  /** What it does with a request to dial. */
  dialling: 'dials' | 'refuses' | 'dials_and_cuts' | 'cuts_before' = 'dials';
  /** Requests to dial, as they came. */
  readonly originated: Headers[] = [];
  readonly #channels = new Map<string, Channel>();

  /** A call comes from outside and rings at these phones. @returns its linked id */
  ring(call: { from: string; at: string[]; did?: string; isQueued?: boolean }): string {
    const { from, at, did = '73822700700', isQueued = false } = call;
    const caller = this.#open({ name: 'PJSIP/trunk', number: from, exten: did });
    this.#tell([told('Newchannel', caller)]);
    if (isQueued) this.#tell([{ ...told('QueueCallerJoin', caller), Queue: 'support' }]);
    for (const extension of at) this.ringAt(caller.linkedid, extension);
    return caller.linkedid;
  }

  /** A further phone rings, as when a queue goes on to the next. */
  ringAt(linkedid: string, extension: string): void {
    const one = this.#open({ name: `PJSIP/${extension}`, number: extension, linkedid });
    one.state = 'Ringing';
    const begin = { ...told('DialBegin', this.#root(linkedid)), ...dest(one) };
    this.#tell([
      told('Newchannel', one),
      { ...begin, DialString: extension },
      told('Newstate', one),
    ]);
  }

  answer(linkedid: string, extension: string): void {
    const caller = this.#root(linkedid);
    const taken = this.#at(linkedid, extension);
    const others = this.#of(linkedid).filter((one) => one.state === 'Ringing' && one !== taken);
    this.#tell([
      { ...told('DialEnd', caller), ...dest(taken), DialStatus: 'ANSWER' },
      ...others.map((one) => this.#end(one, 26)),
      ...bridge([caller, taken]),
    ]);
  }

  /** Whoever speaks hands the caller on to another, who picks up. */
  passOn(linkedid: string, from: string, to: string): void {
    this.ringAt(linkedid, to);
    const left = this.#at(linkedid, from);
    const met = bridge([this.#root(linkedid), this.#at(linkedid, to)]);
    this.#tell([...met, this.#end(left, 16)]);
  }

  hangUp(linkedid: string): void {
    const all = this.#of(linkedid);
    const isWaiting = all.every(({ state }) => state !== 'Up');
    const left = { ...told('QueueCallerAbandon', this.#root(linkedid)), Queue: 'support' };
    const ends = all.map((one) => this.#end(one, one.state === 'Ringing' ? 26 : 16));
    this.#tell([...(isWaiting ? [left] : []), ...ends]);
  }

  /** Somebody dials on the phone itself. @returns its linked id */
  dialOut(extension: string, phone: string): string {
    const own = this.#open({ name: `PJSIP/${extension}`, number: extension, exten: phone });
    this.#tell([told('Newchannel', own)]);
    this.pickUp(own.linkedid, phone);
    return own.linkedid;
  }

  /** Of a call that was to be dialled: one's own phone is picked up, and the other side rings. */
  pickUp(linkedid: string, phone: string): void {
    const own = this.#root(linkedid);
    own.state = 'Up';
    const out = this.#open({ name: 'PJSIP/trunk', number: phone, linkedid });
    out.state = 'Ringing';
    const begin = { ...told('DialBegin', own), ...dest(out), DialString: `trunk/${phone}` };
    this.#tell([told('Newchannel', out), begin]);
  }

  /** The other side of such a call answers, is busy or is not there. */
  outside(linkedid: string, status: 'ANSWER' | 'BUSY' | 'NOANSWER'): void {
    const own = this.#root(linkedid);
    const out = this.#of(linkedid).find(({ name }) => name.startsWith('PJSIP/trunk'));
    if (!out) throw new Error('the other side was not dialled');
    const dialEnd = { ...told('DialEnd', own), ...dest(out), DialStatus: status };
    const cause = status === 'BUSY' ? 17 : 19;
    const after =
      status === 'ANSWER' ? bridge([own, out]) : [this.#end(out, cause), this.#end(own, cause)];
    this.#tell([{ ...dialEnd, DialString: `trunk/${out.number}` }, ...after]);
  }

  recordInto(linkedid: string, file: string): void {
    const set = { Variable: 'MIXMONITOR_FILENAME', Value: file };
    this.#tell([{ ...told('VarSet', this.#root(linkedid)), ...set }]);
  }

  #asked(action: Headers, answer: (headers: Headers) => void): void {
    if (action['Action'] === 'Originate') return this.#originate(action, answer);
    if (action['Action'] !== 'CoreShowChannels') {
      return answer({ Response: 'Error', Message: 'Invalid/unknown command' });
    }
    answer({ Response: 'Success', EventList: 'start', Message: 'Channels will follow' });
    for (const one of this.#channels.values()) {
      answer({ ...told('CoreShowChannel', one), BridgeId: one.bridge, Duration: '00:00:05' });
    }
    return answer({ Event: 'CoreShowChannelsComplete', EventList: 'Complete' });
  }

  #originate(action: Headers, answer: (headers: Headers) => void): void {
    this.originated.push(action);
    if (this.dialling === 'refuses') {
      return answer({ Response: 'Error', Message: 'Originate failed' });
    }
    if (this.dialling === 'cuts_before') return this.door.cut();
    const extension = (action['Channel'] ?? '').split('/')[1] ?? '';
    const one = this.#open({
      name: `PJSIP/${extension}`,
      number: extension,
      exten: action['Exten'] ?? '',
      ...(action['ChannelId'] && { uniqueid: action['ChannelId'] }),
    });
    one.state = 'Ringing';
    if (this.dialling === 'dials_and_cuts') return this.door.cut();
    answer({ Response: 'Success', Message: 'Originate successfully queued' });
    const begin = { Event: 'DialBegin', Privilege: 'call,all', ...dest(one) };
    return this.#tell([
      told('Newchannel', one),
      { ...begin, DialString: extension },
      told('Newstate', one),
    ]);
  }

  #tell(events: Headers[]): void {
    const inOrder = this.isShuffling ? shuffled(events) : events;
    for (let time = 0; time < this.times; time += 1) {
      for (const event of inOrder) this.door.tell(event);
    }
  }

  #open(of: Pick<Channel, 'name' | 'number'> & Partial<Channel>): Channel {
    const { uniqueid = unique(), linkedid = uniqueid, exten = 's' } = of;
    const name = `${of.name}-${(uniques += 1).toString(16).padStart(8, '0')}`;
    const state = 'Ring' as const;
    const channel = { name, uniqueid, linkedid, number: of.number, exten, state, bridge: '' };
    this.#channels.set(uniqueid, channel);
    return channel;
  }

  #end(one: Channel, cause: number): Headers {
    this.#channels.delete(one.uniqueid);
    return { ...told('Hangup', one), Cause: String(cause), 'Cause-txt': 'Normal Clearing' };
  }

  #of(linkedid: string): Channel[] {
    return [...this.#channels.values()].filter((one) => one.linkedid === linkedid);
  }

  #root(linkedid: string): Channel {
    const found = this.#channels.get(linkedid);
    if (!found) throw new Error(`no such call: ${linkedid}`);
    return found;
  }

  #at(linkedid: string, extension: string): Channel {
    const own = this.#of(linkedid).filter(({ name }) => name.startsWith(`PJSIP/${extension}-`));
    const [found] = own;
    if (!found) throw new Error(`nothing rings at ${extension}`);
    return found;
  }
}

const states = { Ring: '4', Ringing: '5', Up: '6' };

function told(event: string, one: Channel): Headers {
  return {
    Event: event,
    Privilege: 'call,all',
    Channel: one.name,
    ChannelState: states[one.state],
    ChannelStateDesc: one.state,
    CallerIDNum: one.number,
    CallerIDName: '<unknown>',
    ConnectedLineNum: '<unknown>',
    Language: 'ru',
    Context: one.name.startsWith('PJSIP/trunk') ? 'from-trunk' : 'from-internal',
    Exten: one.exten,
    Priority: '1',
    Uniqueid: one.uniqueid,
    Linkedid: one.linkedid,
  };
}

/** The same of the channel that is dialled. */
function dest(one: Channel): Headers {
  const pairs = Object.entries(told('', one)).slice(2);
  return Object.fromEntries(pairs.map(([name, value]) => [`Dest${name}`, value]));
}

function bridge(members: Channel[]): Headers[] {
  const id = randomUUID();
  return members.map((one, index) => {
    Object.assign(one, { state: 'Up', bridge: id });
    const BridgeNumChannels = String(index + 1);
    return { ...told('BridgeEnter', one), BridgeUniqueid: id, BridgeNumChannels };
  });
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
