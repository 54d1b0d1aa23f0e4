import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { partyReader } from '../read-party.ts';
import type { HookCall } from './provider.ts';
import { providers } from './providers.ts';

const operator = { country: 'RU', cityCode: '3822' };
const read = partyReader({ operator } as Parameters<typeof partyReader>[0]);
const now = new Date('2026-03-02T06:00:00Z');
const secrets = { key: 'kod-17', secret: 'соль-42' };

const hook = (body: string, path = '', headers: Record<string, string> = {}): HookCall => ({
  body: Buffer.from(body),
  path,
  header: (name) => headers[name] ?? '',
});

describe('Mango Office', () => {
  const json = JSON.stringify({
    entry_id: 'E1',
    call_id: 'C1',
    timestamp: 1_772_431_190,
    call_state: 'Appeared',
    location: 'abonent',
    from: { number: '79131112233' },
    to: { extension: '101', line_number: '73822700700' },
  });
  const sign = createHash('sha256').update(`kod-17${json}соль-42`).digest('hex');
  const form = (with_: Record<string, string>): string =>
    new URLSearchParams({ vpbx_api_key: 'kod-17', sign, json, ...with_ }).toString();

  test('is known by its signature', () => {
    const open = (fields: Record<string, string> = {}) =>
      providers.mango.open(hook(form(fields), 'events/call'), secrets);
    expect(open()).toMatchObject({ kind: 'call', entry_id: 'E1' });
    expect(open({ sign: 'x' })).toBeNull();
    expect(open({ vpbx_api_key: 'other' })).toBeNull();
    expect(open({ json: json.replace('101', '102') })).toBeNull();
  });

  test('tells who calls which of ours, and when', () => {
    const event = providers.mango.open(hook(form({}), 'events/call'), secrets) ?? {};
    expect(providers.mango.facts(event, now, read)).toEqual({
      linkedId: 'E1',
      facts: [
        {
          kind: 'began',
          at: new Date('2026-03-02T05:59:50Z'),
          from: { phone: '+79131112233' },
          to: { phone: '+73822700700' },
        },
        {
          kind: 'rang',
          at: new Date('2026-03-02T05:59:50Z'),
          line: 'C1',
          party: { extension: '101' },
        },
      ],
    });
    expect(providers.mango.outside(event, read)).toBe('+79131112233');
  });
});

describe('Zadarma', () => {
  const fields = {
    event: 'NOTIFY_OUT_END',
    call_start: '2026-03-02 09:00:00',
    pbx_call_id: 'out_9',
    internal: '101',
    destination: '79131112233',
    duration: '25',
    disposition: 'answered',
  };
  const over = `${fields.internal}${fields.destination}${fields.call_start}`;
  const sum = createHmac('sha1', 'соль-42').update(over).digest('hex');
  const signature = Buffer.from(sum).toString('base64');
  const body = new URLSearchParams(fields).toString();

  test('is known by its signature, over the fields of each event', () => {
    expect(providers.zadarma.open(hook(body, '', { signature }), secrets)).toEqual(fields);
    expect(providers.zadarma.open(hook(body, '', { signature: 'x' }), secrets)).toBeNull();
    expect(providers.zadarma.open(hook('event=NOTIFY_NEW', '', { signature }), secrets)).toBeNull();
  });

  test('tells at its end that a call was answered, so many seconds before', () => {
    const phone = { phone: '+79131112233' };
    expect(providers.zadarma.facts(fields, now, read)?.facts).toEqual([
      { kind: 'began', at: now, from: { extension: '101' }, to: phone },
      { kind: 'answered', at: new Date('2026-03-02T05:59:35Z'), line: 'out', party: phone },
      { kind: 'ended', at: now },
    ]);
  });
});

describe('any other', () => {
  const sent = { call: 7, event: 'ring', from: '79131112233', to: '700700', extension: '101' };
  const body = JSON.stringify(sent);

  test('is known by its signature', () => {
    const right = createHmac('sha256', 'соль-42').update(body).digest('hex');
    const open = (shown: string) =>
      providers.generic.open(hook(body, '', { 'x-signature': shown }), secrets);
    expect(open(right)).toEqual(sent);
    expect(open('')).toBeNull();
  });

  test('nothing happened later than it was told', () => {
    const told = { ...sent, at: '2027-01-01T00:00:00Z' };
    expect(providers.generic.facts(told, now, read)?.facts[0]).toMatchObject({ at: now });
    expect(() => providers.generic.facts({ event: 'ring' }, now, read)).toThrow(/call/);
  });
});
