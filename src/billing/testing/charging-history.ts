import { api as catalogApi } from '../../catalog/api.ts';
import { addAccount, post } from '../../testing/accounts.ts';
import type { As, World } from '../../testing/world.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { afterMoneyCame } from '../index.ts';
import { api } from '../api.ts';
import {
  type Due,
  dayOf,
  dueOn,
  isRestDay,
  type ModelAccount,
  type ModelVersion,
  nextMonth,
  plusDays,
  type Rules,
  startOf,
} from './charging-model.ts';

export type Settings = Rules & { graceDays: number; postpaidGraceDays: number; spares: boolean };

/** An account in a test: what the model knows of it, and where it stands by the model. */
export type Held = ModelAccount & {
  id: number;
  state: 'active' | 'suspended' | 'paused';
  /** Why it is suspended, if it is. */
  why: 'debt' | 'by_hand' | null;
  pauses: Set<number>;
  shortOn: string | null;
  charged: Due;
  /** Payments less what was charged once. */
  movedMinor: number;
};

const sumOf = (due: Due): number => [...due.values()].reduce((sum, amount) => sum + amount, 0);

let made = 0;

/** Lives a history twice: through the program's doors, and in the model. */
export class History {
  world: World;
  as: As;
  settings: Settings;
  versions: ModelVersion[] = [];
  accounts: Held[] = [];

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
        kind: 'tariff',
        service: 'internet',
        name: `Тариф ${made}`,
        terms: {
          monthlyFeeMinor: terms.feeMinor,
          chargeCycle: terms.cycle,
          connectionFeeMinor: terms.connectionMinor,
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
    const held: Held = {
      id,
      isPostpaid,
      subscriptions: [{ id: rows[0]?.id ?? 0, version, startedOn, endedOn: null }],
      breaks: [],
      discounts: [],
      usage: [],
      state: 'active',
      why: null,
      pauses: new Set(),
      shortOn: null,
      charged: new Map(),
      movedMinor: 0,
    };
    this.accounts.push(held);
    return held;
  }

  due(account: Held): Due {
    return dueOn(account, this.settings, this.today);
  }
  balance(account: Held): number {
    return account.movedMinor - sumOf(account.charged);
  }
  charge(account: Held): void {
    account.charged = this.due(account);
  }

  /** A run of all accounts, and the night's rules in the model. */
  async run(): Promise<void> {
    const asked = await this.world.via(api)('POST /api/charge-runs', {}, this.as);
    if (asked.status !== 202) throw new Error('no run was started');
    await this.world.tick('billing.charges');
    for (const account of this.accounts) this.settle(account);
  }

  private settle(account: Held): void {
    this.charge(account);
    if (this.balance(account) >= 0) account.shortOn = null;
    else account.shortOn ??= this.today;
    const { graceDays, postpaidGraceDays, spares } = this.settings;
    const grace = account.isPostpaid ? postpaidGraceDays : graceDays;
    const isOver = account.shortOn !== null && plusDays(account.shortOn, grace) <= this.today;
    const isServed = account.subscriptions.some(
      ({ startedOn, endedOn }) => startedOn <= this.today && (endedOn ?? '9') > this.today,
    );
    const since = account.breaks.find(({ toMs }) => toMs === null)?.fromMs ?? this.nowMs;
    const wasBefore = account.state === 'suspended' && since < this.nowMs;
    if (account.state === 'active' && isOver && isServed && !(spares && isRestDay(this.today))) {
      account.breaks.push({ id: 0, fromMs: this.nowMs, toMs: null });
      account.state = 'suspended';
      account.why = 'debt';
    }
    if (wasBefore) this.resumeIfPaid(account);
    this.charge(account);
  }

  /** Once what stands there is enough for what would be due. */
  private resumeIfPaid(account: Held): void {
    const open = account.breaks.find(({ toMs }) => toMs === null);
    if (account.state !== 'suspended' || account.why !== 'debt' || !open) return;
    open.toMs = this.nowMs;
    if (account.movedMinor - sumOf(this.due(account)) >= 0 && this.balance(account) >= 0) {
      account.state = 'active';
      account.why = null;
      account.shortOn = null;
      this.charge(account);
    } else {
      open.toMs = null;
    }
  }

  async pay(account: Held, amountMinor: number): Promise<void> {
    made += 1;
    const occurredOn = plusDays('2026-01-01', made % 20);
    const counterpart = 'gateway' as const;
    const kind = `payments ${made}`;
    await post(this.world, account.id, { kind, occurredOn, counterpart, amountMinor });
    await afterMoneyCame(this.world.ctx, [account.id]);
    account.movedMinor += amountMinor;
    if (this.balance(account) >= 0) account.shortOn = null;
    this.resumeIfPaid(account);
  }

  async pass(hours: number): Promise<void> {
    this.world.clock.advance({ seconds: hours * 3600 });
    await this.world.tick('billing.pauses');
    for (const account of this.accounts) {
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
