import { api as billingApi } from '../../billing/api.ts';
import { afterMoneyCame } from '../../billing/index.ts';
import { type Act, perform } from '../../billing/testing/charging-acts.ts';
import {
  dayOf,
  monthOf,
  nextMonth,
  plusDays,
  startOf,
  type Usage,
} from '../../billing/testing/charging-model.ts';
import { api as ledgerApi } from '../../ledger/api.ts';
import { randomOf } from '../random.ts';
import { deeds } from './deeds.ts';
import type { Person } from './people.ts';
import { CARD_MINOR, type Till } from './till.ts';
import type { Year } from './year.ts';

const GIGABYTE = 1_000_000_000;
/** A month is closed some days after it is over; what comes later stands on an open day. */
const CLOSES_AFTER_DAYS = 7;
const MOST_RECORDS = 5000;

type Weighted = readonly (readonly [what: string, times: number])[];

/** What is done at the counter, each as often as is said. */
const counter = spread([
  ['byTerminal', 3],
  ['byBank', 1],
  ['placed', 1],
  ['byCard', 1],
  ['refund', 1],
  ['correction', 2],
  ['takenBack', 1],
  ['promoted', 2],
  ['promised', 2],
]) as (keyof typeof deeds)[];

/** What is done with what an account has. */
const acts = spread([
  ['use', 2],
  ['replace', 2],
  ['end', 1],
  ['pause', 2],
  ['unpause', 1],
  ['suspend', 1],
  ['resume', 2],
  ['discount', 2],
  ['endDiscount', 1],
  ['mode', 1],
  ['once', 1],
]) as Act['what'][];

function spread(weighted: Weighted): string[] {
  return weighted.flatMap(([what, times]) => Array.from({ length: times }, () => what));
}

type Due = {
  payments: { account: Person; amountMinor: number }[];
  records: { account: Person; usage: Usage }[];
};

/** What happens to many, by the day on which it does: made a month at a time, from the seed. */
export class Story {
  private days = new Map<string, Due>();
  private monthMade = '';
  year: Year;
  till: Till;
  deedsDaily: number;

  constructor(year: Year, till: Till, deedsDaily: number) {
    this.year = year;
    this.till = till;
    this.deedsDaily = deedsDaily;
  }

  /** A night, and the day after it, with all that came since the last. */
  async live(day: string): Promise<void> {
    const { year } = this;
    for (let month = this.monthMade || monthOf(day); month <= day; month = nextMonth(month)) {
      if (month !== this.monthMade) this.makeMonth(month);
    }
    year.moveTo(day, 0.3);
    await this.expireCards(day);
    await year.breakPromises();
    await year.flipPauses();
    await year.night();
    year.moveTo(day, 9);
    await this.closeMonth(day);
    await this.takeDue(day);
    const random = randomOf(`${year.seed} day`, Date.parse(day) / 86_400_000);
    for (let at = 0; at < this.deedsDaily; at += 1) {
      year.world.clock.advance({ seconds: random.between(1, 36_000 / this.deedsDaily) });
      const place = random.between(0, year.people.length - 1);
      const account = year.people[place];
      if (!account) throw new Error('nobody lives here');
      if (random.chance(0.5)) {
        await deeds[random.pick(counter)](year, this.till, account, random);
      } else {
        const [which, size] = [random.between(0, 999), random.between(0, 1000)];
        await perform(year, { what: random.pick(acts), who: place, which, size });
      }
    }
  }

  /** Cards of a batch that nobody bought service with are owed to nobody, from that day on. */
  private async expireCards(day: string): Promise<void> {
    const { year, till } = this;
    await year.world.tick('dealers.expire_cards');
    if (day <= till.unused.validUntil || till.unused.cards === 0) return;
    const worthMinor = till.unused.cards * CARD_MINOR;
    year.moveSide('RUB', 'cards', -worthMinor);
    year.moveSide('RUB', 'write_offs', worthMinor);
    till.unused.cards = 0;
  }

  private async closeMonth(day: string): Promise<void> {
    const { year } = this;
    const through = plusDays(monthOf(day), -1);
    const isDue = day >= plusDays(monthOf(day), CLOSES_AFTER_DAYS);
    if (!isDue || through < year.settings.beginsOn || (year.closedThrough ?? '') >= through) return;
    const call = year.world.via(ledgerApi);
    const { status } = await call('POST /api/ledger/closings', { through }, year.as);
    if (status !== 201) throw new Error('a month was not closed');
    year.closedThrough = through;
  }

  private async takeDue(today: string): Promise<void> {
    const { year } = this;
    const days = [...this.days.keys()].filter((day) => day <= today).toSorted();
    const due = days.map((day) => this.days.get(day));
    for (const day of days) this.days.delete(day);
    const payments = due.flatMap((one) => one?.payments ?? []);
    await year.register('gateway', payments);
    await afterMoneyCame(
      year.world.ctx,
      payments.map(({ account }) => account.id),
    );
    for (const { account, amountMinor } of payments) year.move(account, amountMinor, 'gateway');
    for (const account of new Set(payments.map((one) => one.account))) year.noteMoney(account);
    const records = due.flatMap((one) => one?.records ?? []);
    for (let at = 0; at < records.length; at += MOST_RECORDS) {
      await this.take(records.slice(at, at + MOST_RECORDS));
    }
  }

  private async take(records: Due['records']): Promise<void> {
    const { year } = this;
    const given = records.map(({ account, usage: { meter, units, atMs } }) => {
      const at = new Date(atMs).toISOString();
      const key = `${account.id} ${meter} ${atMs}`;
      return { key, accountId: account.id, meter, units, beganAt: at, endedAt: at };
    });
    // Late ones first, and some twice: neither the order nor a repeat may matter.
    const mixed = [...given.toReversed(), ...given.slice(0, given.length / 10)];
    for (let at = 0; at < mixed.length; at += MOST_RECORDS) {
      const part = { source: 'Учёт', records: mixed.slice(at, at + MOST_RECORDS) };
      const { status } = await year.world.via(billingApi)('POST /api/usage', part, year.as);
      if (status !== 200) throw new Error('usage was refused');
    }
    for (const { account, usage } of records) account.usage.push(usage);
  }

  private makeMonth(month: string): void {
    this.monthMade = month;
    const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
    for (const [at, account] of this.year.people.entries()) {
      const random = randomOf(`${this.year.seed} ${index}`, at);
      const pays = { early: 1, late: 0.9, rarely: 0.3, never: 0.02 }[account.habit];
      if (random.chance(pays)) {
        const first = account.habit === 'early' ? 0 : 5;
        const day = plusDays(month, first + random.between(0, account.habit === 'early' ? 4 : 20));
        const usual = account.currency === 'USD' ? 1000 : 60_000;
        const amountMinor = Math.round(usual * (0.8 + random.next() * 0.6));
        this.on(day).payments.push({ account, amountMinor });
      }
      const meters = account.subscriptions.flatMap(({ version }) => version.rates);
      if (meters.length > 0) this.useMonth(account, month, random);
    }
  }

  private useMonth(account: Person, month: string, random: ReturnType<typeof randomOf>): void {
    const startMs = startOf(month);
    const seen = new Set<number>();
    for (let count = random.between(2, 7); count > 0; count -= 1) {
      const atMs = startMs + random.between(0, 27 * 86_400) * 1000;
      if (seen.has(atMs)) continue;
      seen.add(atMs);
      const meter = random.chance(0.6) ? ('bytes' as const) : ('seconds' as const);
      const units = meter === 'bytes' ? random.between(1, 9 * GIGABYTE) : random.between(1, 20_000);
      const day = dayOf(atMs);
      const isLate = random.chance(0.15);
      const told = plusDays(day, isLate ? random.between(2, 40) : 1);
      this.on(told).records.push({ account, usage: { meter, units, atMs, day } });
    }
  }

  private on(day: string): Due {
    const known = this.days.get(day) ?? { payments: [], records: [] };
    this.days.set(day, known);
    return known;
  }
}
