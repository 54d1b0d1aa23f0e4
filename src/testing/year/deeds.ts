import { api as billingApi } from '../../billing/api.ts';
import { plusDays, startOf } from '../../billing/testing/charging-model.ts';
import { api as dealersApi } from '../../dealers/api.ts';
import { exchangeOf } from '../payments/bank.ts';
import { askTerminal } from '../payments/terminal.ts';
import type { Random } from '../random.ts';
import type { Person } from './people.ts';
import { CARD_MINOR, PROMISE_MINOR, type Till } from './till.ts';
import type { Year } from './year.ts';

/** One thing that somebody does about one account, in the program and in the model. */
export type Deed = (year: Year, till: Till, account: Person, random: Random) => Promise<void>;

const FORBIDDEN = 7;
const roubles = (minor: number): string => (minor / 100).toFixed(2);
const mustBe = (is: boolean, what: string): void => {
  if (!is) throw new Error(what);
};

const byTerminal: Deed = async (year, till, account, random) => {
  const amountMinor = random.between(100, 150_000);
  const asked = {
    command: 'pay',
    txn_id: String(year.next()),
    account: account.number,
    sum: roubles(amountMinor),
  };
  // A network that has not heard the answer asks again, while the first is on its way or later.
  const copies = random.chance(0.2) ? 3 : 1;
  const answers = await Promise.all(
    Array.from({ length: copies }, () => askTerminal(year.world, asked)),
  );
  const isOurs = account.currency === 'RUB';
  mustBe(
    answers.every(({ result }) => result === (isOurs ? 0 : FORBIDDEN)),
    `a terminal was answered ${answers[0]?.text}`,
  );
  if (!isOurs) return;
  const id = answers[0]?.prvTxn ?? 0;
  const came = { account, leftMinor: amountMinor, cameMs: year.nowMs };
  till.payments.push({ ...came, id, side: 'gateway' });
  year.receive(account, amountMinor, 'gateway');
};

/** A statement with two whose numbers are told, and one of whom nobody knows. */
const byBank: Deed = async (year, till, account, random) => {
  const others = [account, random.pick(year.people)].filter(({ currency }) => currency === 'RUB');
  const [y, m, d] = year.today.split('-');
  const documents = [...new Set(others), null].map((payer) => ({
    payer,
    amountMinor: random.between(1000, 300_000),
    document: String(year.next()),
  }));
  const text = exchangeOf(
    documents.map(({ payer, amountMinor, document }) => ({
      number: document,
      on: `${d}.${m}.${y}`,
      sum: roubles(amountMinor),
      purpose: payer ? `Оплата, л/с ${payer.number}` : 'За связь',
    })),
  );
  await till.loadStatement(text);
  if (random.chance(0.3)) await till.loadStatement(text);
  for (const { payer, amountMinor } of documents) {
    if (payer) year.receive(payer, amountMinor, 'bank');
    else year.moveSide('RUB', 'bank', -amountMinor);
  }
  const held = documents.at(-1)?.amountMinor ?? 0;
  year.moveSide('RUB', 'unidentified', held);
  const { body } = await year.world.via(billingApi)(
    'GET /api/payments',
    { state: 'unidentified', limit: 1 },
    year.as,
  );
  const [latest] = body.payments;
  mustBe(latest?.amountMinor === held, 'what nobody is known for is not held');
  till.unknown.push({ id: latest?.id ?? 0, leftMinor: held });
};

/** Gives a part of what nobody is known for back, or finds whose it is. */
const placed: Deed = async (year, till, account, random) => {
  const payment = till.unknown[0];
  if (!payment || account.currency !== 'RUB') return;
  const call = year.world.via(billingApi);
  if (payment.leftMinor > 1000 && random.chance(0.3)) {
    const given = { id: payment.id, amountMinor: 999, reason: 'Ошибка' };
    const { status } = await call('POST /api/payments/{id}/returns', given, year.as);
    mustBe(status === 201, 'a part was not given back');
    payment.leftMinor -= 999;
    year.moveSide('RUB', 'bank', 999);
    year.moveSide('RUB', 'unidentified', -999);
  }
  const place = { id: payment.id, accountId: account.id };
  const { status } = await call('POST /api/payments/{id}/place', place, year.as);
  mustBe(status === 200, 'a payment was not placed');
  till.unknown.shift();
  till.payments.push({ ...payment, account, cameMs: year.nowMs, side: 'bank' });
  year.receive(account, payment.leftMinor, 'unidentified');
};

const byCard: Deed = async (year, till, account) => {
  const pin = till.pins.at(-1);
  if (pin === undefined) return;
  const { status, body } = await year.world.via(dealersApi)(
    'POST /api/accounts/{id}/cards',
    { id: account.id, pin },
    year.as,
  );
  const isOurs = account.currency === 'RUB';
  mustBe(status === (isOurs ? 200 : 422) || !isOurs, `a card was answered ${body.code}`);
  if (!isOurs) return;
  till.pins.pop();
  year.receive(account, CARD_MINOR, 'cards');
};

const refund: Deed = async (year, till, _, random) => {
  const payment = till.payments[random.between(0, Math.max(0, till.payments.length - 1))];
  if (!payment || payment.leftMinor === 0) return;
  const amountMinor = random.chance(0.5) ? payment.leftMinor : random.between(1, payment.leftMinor);
  const given = { id: payment.id, amountMinor, reason: 'По заявлению' };
  const { status } = await year.world.via(billingApi)(
    'POST /api/payments/{id}/returns',
    given,
    year.as,
  );
  mustBe(status === 201, 'a payment was not given back');
  payment.leftMinor -= amountMinor;
  const { promised } = payment.account;
  if (promised && payment.cameMs >= promised.takenMs) {
    promised.paidMinor = Math.max(0, promised.paidMinor - amountMinor);
  }
  year.move(payment.account, -amountMinor, payment.side);
};

const correction: Deed = async (year, till, account, random) => {
  const isLess = random.chance(0.3);
  const amountMinor = random.between(1, 20_000) * (isLess ? -1 : 1);
  const kind = isLess ? ('recalculation' as const) : ('compensation' as const);
  const call = year.world.via(billingApi);
  const { body, status } = await call(
    'POST /api/accounts/{id}/corrections',
    { id: account.id, kind, amountMinor, reasonId: till.reasonId },
    year.agent.as,
  );
  mustBe(status === 201, `a correction was answered ${body.code}`);
  if (random.chance(0.1)) {
    await call('POST /api/corrections/{id}/refuse', { id: body.id, words: 'Нет' }, year.as);
    return;
  }
  await approve(year, body.id);
  till.corrections.push({ id: body.id, account, amountMinor });
  year.give(account, amountMinor, 'corrections');
};

const takenBack: Deed = async (year, till, _, random) => {
  const at = random.between(0, Math.max(0, till.corrections.length - 1));
  const [posted] = till.corrections.splice(at, 1);
  if (!posted) return;
  const { body } = await year.world.via(billingApi)(
    'POST /api/corrections/{id}/reverse',
    { id: posted.id, reasonId: till.reasonId },
    year.agent.as,
  );
  await approve(year, body.id);
  year.give(posted.account, -posted.amountMinor, 'corrections');
};

async function approve(year: Year, id: number): Promise<void> {
  const call = year.world.via(billingApi);
  const { status } = await call('POST /api/corrections/{id}/approve', { id }, year.as);
  mustBe(status === 200, 'a correction was not approved');
}

/** Takes something beside, or anew, for which less is paid for a time. */
const promoted: Deed = async (year, till, account, random) => {
  const offer = random.pick(till.offers);
  const version = random.pick(year.sold.filter(({ currency }) => currency === account.currency));
  const from = random.chance(0.5) ? ('today' as const) : ('next_month' as const);
  const { status, body } = await year.world.via(billingApi)(
    'POST /api/accounts/{id}/subscriptions',
    { id: account.id, productVersionId: version.id, promotionId: offer.id, from },
    year.as,
  );
  if (status !== 201) return;
  const startedOn = from === 'today' ? year.today : year.firstOfNext();
  account.subscriptions.push({ id: body.id, version, startedOn, endedOn: null });
  const { rows } = await year.world.ctx.pool.query<{ id: number }>(
    'select id from discounts where subscription_id = $1',
    [body.id],
  );
  account.discounts.push({
    id: rows[0]?.id ?? 0,
    subscriptionId: body.id,
    kind: offer.kind,
    value: offer.value,
    fromOn: startedOn,
    toOn: offer.lastsDays === null ? null : plusDays(startedOn, offer.lastsDays),
  });
  year.charge(account);
};

/** Promises to pay: what is promised may be spent, for a price, until its day is over. */
const promised: Deed = async (year, _, account, random) => {
  const amountMinor = random.between(1000, 60_000);
  const { status, body } = await year.world.via(billingApi)(
    'POST /api/accounts/{id}/promises',
    { id: account.id, amountMinor },
    year.as,
  );
  if (status !== 201) return;
  const dueMs = startOf(plusDays(body.dueOn, 1));
  const { shortOn } = account;
  account.promised = { amountMinor, paidMinor: 0, takenMs: year.nowMs, dueMs, shortOn };
  year.give(account, -PROMISE_MINOR, 'revenue');
};

export const deeds = {
  byTerminal,
  byBank,
  placed,
  byCard,
  refund,
  correction,
  takenBack,
  promoted,
  promised,
} satisfies Record<string, Deed>;
