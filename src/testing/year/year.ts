import { History } from '../../billing/testing/charging-history.ts';
import {
  monthOf,
  monthsThrough,
  nextMonth,
  plusDays,
  startOf,
} from '../../billing/testing/charging-model.ts';
import type { Held, Settings } from '../../billing/testing/held-account.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { must } from '../../kernel/result.ts';
import { type Batch, postBatch } from '../../ledger/index.ts';
import { type SignedIn, signedIn } from '../staff.ts';
import { createWorld, type World } from '../world.ts';
import { addPeople, addTariffs, type Person, type Sold } from './people.ts';

const settings: Settings = {
  proration: 'second',
  beginsOn: '2026-01-01',
  graceDays: 4,
  postpaidGraceDays: 10,
  spares: true,
};

type Look = { on: string; records: number; quietUntil: string };
type Side = 'opening_balances' | 'gateway';

/** Months of many accounts, lived through the program and in the model, as any history is. */
export class Year extends History {
  people: Person[] = [];
  sold: Sold[] = [];
  /** Who proposes what the chief approves. */
  agent: SignedIn;
  seed: string;
  /** What moved on the operator's own sides, by currency and side, without what was charged. */
  sides = new Map<string, number>();
  private looks = new Map<Held, Look>();
  private made = 0;

  constructor(world: World, chief: SignedIn, agent: SignedIn, seed: string) {
    super(world, chief.as, settings);
    this.agent = agent;
    this.seed = seed;
  }

  static async begin(seed: string, count: number): Promise<Year> {
    const world = await createWorld();
    world.clock.moveTo(new Date('2026-01-01T05:00:00Z'));
    const chief = await signedIn(world, { name: 'Главная Нина' });
    const agent = await signedIn(world, { name: 'Агеева Ольга' });
    const year = new Year(world, chief, agent, seed);
    await year.open();
    year.sold = await addTariffs(world);
    year.versions = year.sold;
    year.people = await addPeople(world, year.sold, count, seed);
    year.accounts = year.people;
    return year;
  }

  next(): number {
    this.made += 1;
    return this.made;
  }

  moveTo(day: string, hour: number): void {
    this.world.clock.moveTo(new Date(startOf(day) + hour * 3_600_000));
  }

  override move(account: Held, amountMinor: number, side: string): void {
    super.move(account, amountMinor, side);
    this.moveSide(account.currency, side, -amountMinor);
  }

  /** A payment counts towards what was promised, before it is asked what is enough. */
  override receive(account: Held, amountMinor: number, side: string): void {
    const { promised } = account;
    if (promised && this.nowMs < promised.dueMs) {
      promised.paidMinor = Math.min(promised.amountMinor, promised.paidMinor + amountMinor);
      if (promised.paidMinor === promised.amountMinor) account.promised = null;
    }
    super.receive(account, amountMinor, side);
  }

  /** What gives money, or takes it, and is no payment. */
  give(account: Held, amountMinor: number, side: string): void {
    this.move(account, amountMinor, side);
    this.noteMoney(account);
  }

  /** Ends what was promised until now: who is short without it has been so since before. */
  async breakPromises(): Promise<void> {
    await this.world.tick('billing.promises');
    for (const account of this.accounts) {
      const { promised } = account;
      if (!promised || promised.dueMs > this.nowMs) continue;
      account.promised = null;
      if (this.available(account) < 0) account.shortOn ??= promised.shortOn ?? this.today;
    }
  }

  moveSide(currency: string, side: string, amountMinor: number): void {
    const key = `${currency} ${side}`;
    this.sides.set(key, (this.sides.get(key) ?? 0) + amountMinor);
  }

  /** Those since it was last looked at, and those of which use came since. */
  override openMonths = (account: Held): string[] => {
    const { on, records } = this.lookAt(account);
    const months = monthsThrough({ ...this.settings, beginsOn: on }, this.today);
    const first = monthOf(this.settings.beginsOn);
    for (const { day } of account.usage.slice(records)) {
      const month = monthOf(day);
      if (month >= first && !months.includes(month)) months.push(month);
    }
    return months;
  };

  override isQuiet = (account: Held): boolean => {
    const { records, quietUntil } = this.lookAt(account);
    return this.today < quietUntil && account.usage.length === records;
  };

  override charge(account: Held, months?: string[]): void {
    super.charge(account, months);
    const { subscriptions, usage } = account;
    const { today } = this;
    const ahead = subscriptions.filter(({ startedOn }) => startedOn > today);
    const isDaily = subscriptions.some(
      ({ version, endedOn }) => version.cycle === 'daily' && (endedOn ?? '9') > today,
    );
    const changes = [isDaily ? plusDays(today, 1) : nextMonth(today)];
    for (const { startedOn } of ahead) changes.push(startedOn);
    const [quietUntil = today] = changes.toSorted();
    this.looks.set(account, { on: today, records: usage.length, quietUntil });
  }

  private lookAt(account: Held): Look {
    const first = this.settings.beginsOn;
    return this.looks.get(account) ?? { on: first, records: 0, quietUntil: first };
  }

  /** Money of many at once, as a register brings it: a batch for each currency. */
  async register(side: Side, lines: readonly { account: Person; amountMinor: number }[]) {
    if (lines.length === 0) return;
    const key = `register ${this.next()}`;
    await inBulkTransaction(this.world.ctx, async (ctx) => {
      for (const [currency, own] of Map.groupBy(lines, ({ account }) => account.currency)) {
        const batch: Batch = {
          kind: side === 'gateway' ? 'payments' : 'opening_balances',
          key: `${key} ${currency}`,
          occurredOn: this.today,
          currency,
          counterpart: side,
          lines: own.map(({ account, amountMinor }) => ({ accountId: account.id, amountMinor })),
        };
        must(await postBatch(ctx, batch));
      }
    });
  }
}
