import { setImmediate } from 'node:timers/promises';
import { api as catalogApi } from '../../catalog/api.ts';
import { addAccount, post } from '../../testing/accounts.ts';
import type { As, World } from '../../testing/world.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { afterMoneyCame } from '../index.ts';
import { api } from '../api.ts';
import {
  dayOf,
  dueOfMonth,
  isRestDay,
  type ModelVersion,
  monthOf,
  monthsThrough,
  nextMonth,
  plusDays,
  startOf,
} from './charging-model.ts';
import { type Held, newlyHeld, type Settings, sumOf } from './held-account.ts';

/** Accounts that the model counts before it lets the program go on. */
const AT_ONCE = 500;

let made = 0;

/** Lives a history twice: through the program's doors, and in the model. */
export class History {
  world: World;
  as: As;
  settings: Settings;
  versions: ModelVersion[] = [];
  accounts: Held[] = [];
  /** The last day on which nothing is posted any more. */
  closedThrough: string | null = null;

  constructor(world: World, as: As, settings: Settings) {
    this.world = world;
    this.as = as;
    this.settings = settings;
  }

  get nowMs(): number {
    return this.world.clock.now().getTime();
  }
  get today(): string {
    return dayOf(this.nowMs);
  }

  async open(): Promise<void> {
    const call = this.world.via(api);
    const { body } = await call('GET /api/billing-settings', {}, this.as);
    const { beginsOn, proration, graceDays, postpaidGraceDays, spares } = this.settings;
    const set = await call(
      'PUT /api/billing-settings',
      {
        ...body,
        chargesBeginOn: beginsOn,
        proration,
        graceDays,
        postpaidGraceDays,
        sparesRestDays: spares,
        yearlyPauses: 20,
        leastPauseDays: 1,
      },
      this.as,
    );
    if (set.status !== 200) throw new Error('the settings were refused');
  }

  async addVersion(terms: Omit<ModelVersion, 'id' | 'productId'>): Promise<ModelVersion> {
    made += 1;
    const call = this.world.via(catalogApi);
    const { body: product } = await call(
      'POST /api/products',
      {
        kind: (terms.instalments ?? 0) > 0 ? 'equipment' : 'tariff',
        service: 'internet',
        name: `Тариф ${made}`,
        terms: {
          monthlyFeeMinor: terms.feeMinor,
          chargeCycle: terms.cycle,
          connectionFeeMinor: terms.connectionMinor,
          instalments: terms.instalments ?? 0,
          includedBytes: terms.includedBytes,
          includedSeconds: terms.includedSeconds,
          rates: terms.rates.map((rate) => ({ ...rate, id: undefined })),
          validFrom: '2026-01-01',
        },
      },
      this.as,
    );
    const { rows } = await this.world.ctx.pool.query<{ id: number; rates: number[] }>(
      `select v.id, array(select r.id from usage_rates r where r.product_version_id = v.id
                          order by r.position) as rates
       from   product_versions v where v.product_id = $1`,
      [product.id],
    );
    const { id = 0, rates = [] } = rows[0] ?? {};
    const version = {
      ...terms,
      id,
      productId: product.id,
      rates: terms.rates.map((rate, at) => ({ ...rate, id: Number(rates[at]) })),
    };
    this.versions.push(version);
    return version;
  }

  async addAccount(version: ModelVersion, isPostpaid: boolean): Promise<Held> {
    made += 1;
    const person = { kind: 'person' as const, lastName: `Платов ${made}`, firstName: 'Пётр' };
    const { body } = await this.world.via(subscribersApi)('POST /api/subscribers', person, this.as);
    const startedOn = '2025-06-01';
    const id = await addAccount(this.world, body.id, {
      paymentMode: isPostpaid ? 'postpaid' : 'prepaid',
      subscriptions: [{ productVersionId: version.id, startedOn }],
    });
    const { rows } = await this.world.ctx.pool.query<{ id: number }>(
      'select id from subscriptions where account_id = $1',
      [id],
    );
    const held = newlyHeld({
      id,
      number: `40-${body.id}`,
      currency: 'RUB',
      creditMinor: 0,
      isPostpaid,
      subscriptions: [{ id: rows[0]?.id ?? 0, version, startedOn, endedOn: null }],
    });
    this.accounts.push(held);
    return held;
  }

  balance(account: Held): number {
    return account.movedMinor - account.chargedMinor;
  }
  available(account: Held): number {
    const { creditMinor, promised } = account;
    const trusted = promised ? promised.amountMinor - promised.paidMinor : 0;
    return this.balance(account) + creditMinor + trusted;
  }

  /** Months of which something else may be due than was charged; here all, to be sure. */
  openMonths: (account: Held) => string[] = () => monthsThrough(this.settings, this.today);
  /** Whether a night cannot find anything else due than was charged. */
  isQuiet: (account: Held) => boolean = () => false;

  charge(account: Held, months = monthsThrough(this.settings, this.today)): void {
    for (const month of months) {
      const due = dueOfMonth(account, this.settings, month, this.today);
      const more = sumOf(due) - sumOf(account.charged.get(month));
      account.charged.set(month, due);
      account.chargedMinor += more;
      this.put(account, this.monthPosted(month), -more);
    }
  }

  /** What is for a month gone by stands in that month, or in the first that is not closed. */
  private monthPosted(month: string): string {
    const lastDay = plusDays(nextMonth(month), -1);
    const isClosed = this.closedThrough !== null && lastDay <= this.closedThrough;
    return isClosed ? monthOf(plusDays(this.closedThrough ?? '', 1)) : month;
  }

  private put({ moves }: Held, month: string, amountMinor: number): void {
    moves.set(month, (moves.get(month) ?? 0) + amountMinor);
  }

  /** Money that came, or went where it is below zero, today. */
  move(account: Held, amountMinor: number, _side: string): void {
    account.movedMinor += amountMinor;
    this.put(account, monthOf(this.today), amountMinor);
  }

  /** A run of all accounts, and the night's rules in the model. */
  async run(): Promise<void> {
    const asked = await this.world.via(api)('POST /api/charge-runs', {}, this.as);
    if (asked.status !== 202) throw new Error('no run was started');
    await this.night();
  }

  /** The program's, and the model's while the database is at work. */
  async night(): Promise<void> {
    await Promise.all([this.world.tick('billing.charges'), this.settleAll()]);
  }

  private async settleAll(): Promise<void> {
    const isSpared = this.settings.spares && isRestDay(this.today);
    for (const [at, account] of this.accounts.entries()) {
      if (at % AT_ONCE === 0) await setImmediate();
      this.settle(account, isSpared);
    }
  }

  private settle(account: Held, isSpared: boolean): void {
    if (!this.isQuiet(account)) this.charge(account, this.openMonths(account));
    if (this.available(account) >= 0) account.shortOn = null;
    else account.shortOn ??= this.today;
    const wasBefore = account.state === 'suspended' && this.isBreakOlder(account);
    if (account.state === 'active' && !isSpared && this.isToSuspend(account)) {
      account.breaks.push({ id: 0, fromMs: this.nowMs, toMs: null });
      account.state = 'suspended';
      account.why = 'debt';
      this.charge(account, this.openMonths(account));
    }
    if (wasBefore && this.available(account) >= 0) this.resumeIfPaid(account);
  }

  private isBreakOlder({ breaks }: Held): boolean {
    return breaks.some(({ fromMs, toMs }) => toMs === null && fromMs < this.nowMs);
  }

  private isToSuspend({ isPostpaid, shortOn, subscriptions }: Held): boolean {
    if (shortOn === null) return false;
    const { graceDays, postpaidGraceDays } = this.settings;
    const isOver = plusDays(shortOn, isPostpaid ? postpaidGraceDays : graceDays) <= this.today;
    return (
      isOver &&
      subscriptions.some(
        ({ startedOn, endedOn }) => startedOn <= this.today && (endedOn ?? '9') > this.today,
      )
    );
  }

  /** Once what stands there is enough for what would be due. */
  private resumeIfPaid(account: Held): void {
    const open = account.breaks.find(({ toMs }) => toMs === null);
    if (account.state !== 'suspended' || account.why !== 'debt' || !open) return;
    open.toMs = this.nowMs;
    const months = this.openMonths(account);
    const more = months.map(
      (month) =>
        sumOf(dueOfMonth(account, this.settings, month, this.today)) -
        sumOf(account.charged.get(month)),
    );
    if (this.available(account) >= more.reduce((sum, one) => sum + one, 0)) {
      account.state = 'active';
      account.why = null;
      account.shortOn = null;
      this.charge(account, months);
    } else {
      open.toMs = null;
    }
  }

  async pay(account: Held, amountMinor: number): Promise<void> {
    made += 1;
    const occurredOn = plusDays('2026-01-01', made % 20);
    const counterpart = 'gateway' as const;
    const key = `payment ${made}`;
    const payment = { kind: 'payments', key, occurredOn, counterpart, amountMinor } as const;
    await post(this.world, account.id, payment);
    await afterMoneyCame(this.world.ctx, [account.id]);
    this.receive(account, amountMinor, counterpart);
  }

  /** In the model: the moment money has come. */
  receive(account: Held, amountMinor: number, side: string): void {
    this.move(account, amountMinor, side);
    this.noteMoney(account);
  }

  noteMoney(account: Held): void {
    if (this.available(account) >= 0) account.shortOn = null;
    this.resumeIfPaid(account);
  }

  async pass(hours: number): Promise<void> {
    this.world.clock.advance({ seconds: hours * 3600 });
    await this.flipPauses();
  }

  async flipPauses(): Promise<void> {
    await this.world.tick('billing.pauses');
    for (const account of this.accounts) {
      if (account.pauses.size === 0) continue;
      const isPaused = account.breaks.some(
        ({ id, fromMs, toMs }) =>
          account.pauses.has(id) && fromMs <= this.nowMs && (toMs ?? 0) > this.nowMs,
      );
      if (isPaused && account.state === 'active') account.state = 'paused';
      else if (!isPaused && account.state === 'paused') {
        account.state = 'active';
        this.charge(account);
      }
    }
  }

  firstOfNext(): string {
    return nextMonth(this.today);
  }
  startOf(day: string): number {
    return startOf(day);
  }
}
