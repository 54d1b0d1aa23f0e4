import { createHash, createHmac } from 'node:crypto';

/** What a provider would send: the path behind our address, the body and its signature. */
export type Sent = { path: string; body: string; headers: Record<string, string> };

export const cloudSecrets = { key: 'kod-17', secret: 'соль-42' };

const form = { 'content-type': 'application/x-www-form-urlencoded' };

type Incoming = { call: string; phone: string; at: number };

/** Mango tells of an incoming call: of its queue, of the phone that rings, of its end. */
export function mangoCall({ call, phone, at }: Incoming, isAnswered: boolean): Sent[] {
  const from = { number: phone };
  const line = { line_number: '73822700700' };
  const state = (seconds: number, more: object): Sent =>
    mango('call', { entry_id: call, timestamp: at + seconds, from, ...more });
  const agent = { location: 'abonent', to: { extension: '101', ...line } };
  const queued = { location: 'queue', to: line };
  const states = [
    state(0, { call_id: `${call}-1`, call_state: 'Appeared', ...queued }),
    state(2, { call_id: `${call}-2`, call_state: 'Appeared', ...agent }),
    ...(isAnswered ? [state(9, { call_id: `${call}-2`, call_state: 'Connected', ...agent })] : []),
    state(40, { call_id: `${call}-2`, call_state: 'Disconnected', ...agent }),
  ];
  const summary = mango('summary', {
    entry_id: call,
    call_direction: 1,
    from,
    to: isAnswered ? { extension: '101' } : {},
    line_number: '73822700700',
    create_time: at,
    talk_time: isAnswered ? at + 9 : 0,
    end_time: at + 40,
    entry_result: isAnswered ? 1 : 0,
  });
  return [...states, summary];
}

function mango(path: string, event: object): Sent {
  const json = JSON.stringify(event);
  const { key, secret } = cloudSecrets;
  const sign = createHash('sha256').update(key).update(json).update(secret).digest('hex');
  const body = new URLSearchParams({ vpbx_api_key: key, sign, json }).toString();
  return { path: `/events/${path}`, body, headers: form };
}

/** Zadarma tells of the same in a form of its own. */
export function zadarmaCall({ call, phone }: Incoming, isAnswered: boolean): Sent[] {
  const all = { pbx_call_id: call, caller_id: phone, call_start: '2026-03-02 09:00:00' };
  const did = { ...all, called_did: '73822700700' };
  const overDid = `${phone}73822700700${all.call_start}`;
  const overAgent = `${phone}101${all.call_start}`;
  const end: Record<string, string> = isAnswered
    ? { disposition: 'answered', duration: '0', internal: '101' }
    : { disposition: 'cancel', duration: '0' };
  return [
    zadarma({ event: 'NOTIFY_START', ...did }, overDid),
    zadarma({ event: 'NOTIFY_INTERNAL', ...did, internal: '101' }, overDid),
    ...(isAnswered
      ? [
          zadarma(
            { event: 'NOTIFY_ANSWER', ...all, destination: '101', internal: '101' },
            overAgent,
          ),
        ]
      : []),
    zadarma({ event: 'NOTIFY_END', ...did, ...end }, overDid),
  ];
}

function zadarma(event: Record<string, string>, over: string): Sent {
  const sum = createHmac('sha1', cloudSecrets.secret).update(over).digest('hex');
  const signature = Buffer.from(sum).toString('base64');
  const body = new URLSearchParams(event).toString();
  return { path: '', body, headers: { ...form, signature } };
}

/** An exchange that speaks as we have described it. */
export function describedCall({ call, phone, at }: Incoming, isAnswered: boolean): Sent[] {
  const told = { call, from: phone, to: '73822700700', extension: '101' };
  const when = (seconds: number): string => new Date((at + seconds) * 1000).toISOString();
  return [
    described({ ...told, event: 'ring', at: when(0) }),
    ...(isAnswered ? [described({ ...told, event: 'answer', at: when(9) })] : []),
    described({ ...told, event: 'end', at: when(40) }),
  ];
}

function described(event: object): Sent {
  const body = JSON.stringify(event);
  const sum = createHmac('sha256', cloudSecrets.secret).update(body).digest('hex');
  return { path: '', body, headers: { 'content-type': 'application/json', 'x-signature': sum } };
}

/** Where each keeps what was said in a call, told after it. */
export const recordedBy = {
  mango: (call: string, name: string): Sent =>
    mango('recording', { entry_id: call, recording_id: name, recording_state: 'Completed' }),
  zadarma: (call: string, name: string): Sent =>
    zadarma(
      { event: 'NOTIFY_RECORD', pbx_call_id: call, call_id_with_rec: name },
      `${call}${name}`,
    ),
  generic: (call: string, name: string): Sent =>
    described({ call, event: 'recording', recording: name }),
};
