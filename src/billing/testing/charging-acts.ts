import fc from 'fast-check';
import { api } from '../api.ts';
import type { History } from './charging-history.ts';
import { dayOf, plusDays, startOf } from './charging-model.ts';
import type { Held } from './held-account.ts';

/** One thing that happens; `who` and `which` choose by their rest. */
export type Act = { what: (typeof acts)[number]; who: number; which: number; size: number };

const acts = [
  'run',
  'night',
  'pass',
  'pay',
  'use',
  'replace',
  'end',
  'pause',
  'unpause',
  'suspend',
  'resume',
  'discount',
  'endDiscount',
  'mode',
  'once',
] as const;

export const anyAct: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    ...acts,
    'night' as const,
    'night' as const,
    'pass' as const,
    'pay' as const,
    'use' as const,
  ),
  who: fc.nat(7),
  which: fc.nat(1000),
  size: fc.nat(1000),
});

/** What is refused at the door has not happened in the model either. */
export async function perform(history: History, act: Act): Promise<void> {
  const account = history.accounts[act.who % history.accounts.length];
  if (account) await doers[act.what](history, account, act);
}

type Doer = (history: History, account: Held, act: Act) => Promise<void>;

const call = (history: History) => {
  const via = history.world.via(api);
  return ((key: never, input: never) => via(key, input, history.as)) as typeof via;
};

const doers: Record<Act['what'], Doer> = {
  run: (history) => history.run(),
  night: async (history, _, { size }) => {
    await history.pass(24 * (1 + (size % 9)));
    await history.run();
  },
  pass: (history, _, { size }) => history.pass(size / 30),
  pay: (history, account, { size }) => history.pay(account, 1 + size * 120),
  use: async (history, account, { which, size }) => {
    const atMs = history.nowMs - (which * 3_500_000 + size * 1000 + account.usage.length);
    const meter = which % 2 ? 'bytes' : 'seconds';
    const units = size * (which % 2 ? 5_000_001 : 7);
    const at = new Date(atMs).toISOString();
    const key = `${account.id} ${account.usage.length}`;
    const record = { key, accountId: account.id, meter, units, beganAt: at, endedAt: at } as const;
    const given = { source: 'Тест', records: [record, record] };
    const { body } = await call(history)('POST /api/usage', given);
    if (body.taken !== 1) throw new Error('a record was not taken once');
    account.usage.push({ meter, units, atMs, day: dayOf(atMs) });
  },
  replace: async (history, account, { which, size }) => {
    const version = history.versions[which % history.versions.length];
    if (!version) return;
    const replaced = account.subscriptions.find(({ endedOn }) => endedOn === null);
    const from = size % 2 ? 'today' : 'next_month';
    const { status, body } = await call(history)('POST /api/accounts/{id}/subscriptions', {
      id: account.id,
      productVersionId: version.id,
      from,
      ...(replaced && { replacesId: replaced.id }),
    });
    if (status !== 201) return;
    const startedOn = from === 'today' ? history.today : history.firstOfNext();
    if (replaced) {
      replaced.endedOn = startedOn;
      replaced.replacedById = body.id;
    }
    account.subscriptions.push({ id: body.id, version, startedOn, endedOn: null });
    history.charge(account);
  },
  end: async (history, account, { which }) => {
    const one = account.subscriptions[which % account.subscriptions.length];
    if (!one || which % 3) return;
    const { status } = await call(history)(
      'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}',
      { id: account.id, subscriptionId: one.id },
    );
    if (status !== 200) return;
    if (one.startedOn > history.today) {
      account.subscriptions = account.subscriptions.filter((each) => each !== one);
      account.discounts = account.discounts.filter(
        ({ subscriptionId }) => subscriptionId !== one.id,
      );
      for (const each of account.subscriptions) {
        if (each.replacedById !== one.id) continue;
        each.endedOn = null;
        delete each.replacedById;
      }
    } else {
      one.endedOn = history.today;
      delete one.replacedById;
    }
    history.charge(account);
  },
  pause: async (history, account, { which, size }) => {
    const fromOn = plusDays(history.today, which % 6);
    const toOn = plusDays(fromOn, size % 12);
    const given = { id: account.id, fromOn, toOn };
    const { status, body } = await call(history)('POST /api/accounts/{id}/pauses', given);
    if (status !== 201) return;
    const isNow = fromOn === history.today;
    const fromMs = isNow ? history.nowMs : startOf(fromOn);
    account.breaks.push({ id: body.id, fromMs, toMs: startOf(plusDays(toOn, 1)) });
    account.pauses.add(body.id);
    if (isNow) account.state = 'paused';
    history.charge(account);
  },
  unpause: async (history, account, { which }) => {
    const pauses = account.breaks.filter(({ id }) => account.pauses.has(id));
    const pause = pauses[which % Math.max(1, pauses.length)];
    if (!pause) return;
    const { status } = await call(history)('DELETE /api/accounts/{id}/pauses/{pauseId}', {
      id: account.id,
      pauseId: pause.id,
    });
    if (status !== 200) return;
    if (pause.fromMs > history.nowMs) {
      account.breaks = account.breaks.filter((one) => one !== pause);
    } else {
      pause.toMs = history.nowMs;
      if (account.state === 'paused') account.state = 'active';
    }
    history.charge(account);
  },
  suspend: async (history, account) => {
    const given = { id: account.id, words: 'Проверка' };
    const { status } = await call(history)('POST /api/accounts/{id}/suspend', given);
    if (status !== 200) return;
    account.breaks.push({ id: 0, fromMs: history.nowMs, toMs: null });
    account.state = 'suspended';
    account.why = 'by_hand';
    history.charge(account);
  },
  resume: async (history, account) => {
    const { status } = await call(history)('POST /api/accounts/{id}/resume', { id: account.id });
    if (status !== 200) return;
    for (const one of account.breaks) one.toMs ??= history.nowMs;
    if (account.shortOn !== null) account.shortOn = history.today;
    const isPaused = account.breaks.some(
      ({ id, fromMs, toMs }) =>
        account.pauses.has(id) && fromMs <= history.nowMs && (toMs ?? 0) > history.nowMs,
    );
    account.state = isPaused ? 'paused' : 'active';
    account.why = null;
    history.charge(account);
  },
  discount: async (history, account, { which, size }) => {
    const kind = which % 3 ? 'percent' : 'sum';
    const value = kind === 'percent' ? 1 + size * 9 : 1 + size * 20;
    const fromOn = plusDays(history.today, (which % 40) - 25);
    const toOn = which % 4 ? plusDays(fromOn, size % 30) : undefined;
    const subscriptionId = which % 5 ? undefined : account.subscriptions.at(-1)?.id;
    const { status, body } = await call(history)('POST /api/accounts/{id}/discounts', {
      id: account.id,
      kind,
      value,
      fromOn,
      ...(toOn !== undefined && { toOn }),
      ...(subscriptionId !== undefined && { subscriptionId }),
    });
    if (status !== 201) throw new Error('a discount was refused');
    account.discounts.push({
      id: body.id,
      subscriptionId: subscriptionId ?? null,
      kind,
      value,
      fromOn,
      toOn: toOn === undefined ? null : plusDays(toOn, 1),
    });
    history.charge(account);
  },
  endDiscount: async (history, account, { which }) => {
    const one = account.discounts[which % Math.max(1, account.discounts.length)];
    if (!one) return;
    const given = { id: account.id, discountId: one.id };
    const ended = await call(history)('DELETE /api/accounts/{id}/discounts/{discountId}', given);
    if (ended.status !== 200) return;
    one.toOn = one.fromOn > history.today ? one.fromOn : history.today;
    history.charge(account);
  },
  mode: async (history, account, { size }) => {
    const isPostpaid = size % 2 === 1;
    const paymentMode = isPostpaid ? 'postpaid' : 'prepaid';
    const given = { id: account.id, paymentMode } as const;
    await call(history)('PUT /api/accounts/{id}/payment-mode', given);
    account.isPostpaid = isPostpaid;
    history.charge(account);
  },
  once: async (history, account, { size }) => {
    const given = { id: account.id, amountMinor: 1 + size, words: 'Выезд' };
    await call(history)('POST /api/accounts/{id}/charges', given);
    history.move(account, -(1 + size), 'revenue');
  },
};
