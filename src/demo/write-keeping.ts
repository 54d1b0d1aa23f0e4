import type { BulkCtx } from '../kernel/db/bulk.ts';
import { loadEvents, type PastEvent } from '../kernel/events/load-events.ts';
import { bulkLoadCases, bulkLoadExits, type CaseLoad } from '../retention/index.ts';
import { bulkLoadConsents, type ConsentLoad } from '../subscribers/index.ts';
import type { Written } from './chunk.ts';
import { comeTo, dateOnly } from './months.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { writeCareLists } from './write-care-lists.ts';
import { writePlays } from './write-plays.ts';
import { type DemoStaff, handOf } from './write-staff.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Wishes to leave are written down for so long. */
const KEPT_DAYS = 400;
/** Of so many who are here one has wanted to leave and stayed. */
const PEOPLE_A_WISH = 30;
/** Wishes that nobody has answered yet as the day begins. */
const OPEN = 6;

type Reason = NonNullable<CaseLoad['reason']>;
type Offered = NonNullable<CaseLoad['offered']>['kind'];
type Said = { reasons: readonly Reason[]; words: readonly string[]; offers: readonly Offered[] };

/** What stands behind a reason that the life of the demo knows, in the save desk's words. */
const saidOf: Readonly<Record<string, Said>> = {
  Переезд: {
    reasons: [
      ['Переезд', 'Нет нашей сети по новому адресу'],
      ['Переезд', 'Продал жильё'],
      ['Переезд', 'Уезжает'],
    ],
    words: [
      'Переезжаем в другой город, хочу расторгнуть договор.',
      'Квартиру продали, закройте счёт.',
    ],
    offers: [],
  },
  Цена: {
    reasons: [
      ['Цена', 'Дорого'],
      ['Цена', 'Подняли цену'],
    ],
    words: ['Дорого, ухожу.', 'Опять подняли цену, хочу расторгнуть договор.'],
    offers: ['tariff', 'discount'],
  },
  'Качество связи': {
    reasons: [
      ['Качество связи', 'Частые сбои'],
      ['Качество связи', 'Низкая скорость'],
    ],
    words: ['Третий раз за месяц нет интернета, расторгаю договор.', 'Вечером не работает ничего.'],
    offers: ['repair'],
  },
  'Ушёл к другому оператору': {
    reasons: [
      ['Конкурент', 'Дешевле'],
      ['Конкурент', 'Быстрее'],
    ],
    words: [
      'Другой провайдер даёт вдвое быстрее, переключаюсь.',
      'У соседей дешевле, ухожу к ним.',
    ],
    offers: ['tariff', 'discount'],
  },
  'Не пользуется': {
    reasons: [['Не пользуется', 'Хватает мобильного']],
    words: ['Интернетом дома не пользуюсь, отключите.'],
    offers: ['tariff'],
  },
};
const wishes = Object.values(saidOf).filter(({ offers }) => offers.length > 0);

type Case = CaseLoad & { one: Written };

/** Who agreed to hear of offers, who wanted to leave, and what plays and lists of care did. */
export async function writeKeeping(
  ctx: BulkCtx,
  plan: DemoPlan,
  written: readonly Written[],
  staff: DemoStaff,
): Promise<void> {
  const consents = written.flatMap((one) => consentOf(plan.seed, one));
  await bulkLoadConsents(ctx, consents);
  const comeAt = comeTo(ctx.clock.now(), plan);
  const cases = [...leavings(plan, comeAt, written, staff), ...stays(plan, comeAt, written, staff)];
  const ids = await bulkLoadCases(ctx, cases);
  await bulkLoadExits(
    ctx,
    cases.flatMap((one, at) => exitOf(one, ids[at] ?? 0)),
  );
  await loadEvents(
    ctx,
    cases.flatMap((one, at) => eventsOf(one, ids[at] ?? 0)),
  );
  const agreed = new Set(
    consents.filter(({ isGranted }) => isGranted).map(({ subscriberId }) => subscriberId),
  );
  const spokenTo = new Set(cases.map(({ subscriberId }) => subscriberId));
  const free = written.filter(({ subscriberId }) => !spokenTo.has(subscriberId));
  await writePlays(ctx, plan, { free, agreed, staff });
  await writeCareLists(ctx, plan, written, staff);
}

function consentOf(seed: string, { person, subscriberId }: Written): ConsentLoad[] {
  const random = randomOf(`${seed} consent`, subscriberId);
  const said = random.next();
  if (said > 0.7) return [];
  const source = random.chance(0.8) ? 'Договор' : 'Личный кабинет';
  const recordedAt = person.life.joinedAt;
  const more = { channel: 'any', purpose: 'advertising', source, recordedAt } as const;
  return [{ subscriberId, isGranted: said < 0.6, ...more }];
}

/** Those who said that they leave, and did. */
function leavings(
  { seed, today }: DemoPlan,
  comeAt: Date,
  written: readonly Written[],
  staff: DemoStaff,
): Case[] {
  const since = new Date(today.getTime() - KEPT_DAYS * DAY_MS);
  return written.flatMap((one) => {
    const { left } = one.person.life;
    const said = left && saidOf[left.reason];
    if (!left || !said || left.at < since) return [];
    const random = randomOf(`${seed} leaving`, one.subscriberId);
    const openedAt = new Date(left.at.getTime() - random.between(2, 12) * DAY_MS);
    const made = caseOf(one, said, openedAt, random, staff);
    const at = left.at < comeAt ? left.at : comeAt;
    const closed = { at, outcome: 'left', on: dateOnly(left.at) } as const;
    return [{ ...made, closed, offered: made.offered && { ...made.offered, isTaken: false } }];
  });
}

/** Those who wanted to leave and are here; of the latest nobody has spoken with some. */
function stays(
  { seed, today }: DemoPlan,
  comeAt: Date,
  written: readonly Written[],
  staff: DemoStaff,
): Case[] {
  const here = written.filter(({ person }) => !person.life.left);
  const count = Math.round(here.length / PEOPLE_A_WISH);
  const chosen = new Map<number, Written>();
  for (let at = 0; at < count; at += 1) {
    const one = here[randomOf(`${seed} wished`, at).between(0, here.length - 1)];
    if (one) chosen.set(one.subscriberId, one);
  }
  return [...chosen.values()].map((one, at) => {
    const random = randomOf(`${seed} stays`, at);
    if (at < OPEN) {
      const openedAt = new Date(comeAt.getTime() - random.between(20, 300) * MINUTE_MS);
      const made = caseOf(one, random.pick(wishes), openedAt, random, staff);
      const isTaken = random.chance(0.5);
      const nobodys = { ownerStaffId: null, teamId: null };
      const begun = { spokenAt: null, offered: null, reason: null, closed: null };
      return { ...made, ...begun, ...(isTaken ? {} : nobodys) };
    }
    const joinedMs = Math.max(
      one.person.life.joinedAt.getTime(),
      today.getTime() - KEPT_DAYS * DAY_MS,
    );
    const lateMs = today.getTime() - 3 * DAY_MS - joinedMs;
    const openedAt = new Date(joinedMs + random.next() * Math.max(0, lateMs));
    const made = caseOf(one, random.pick(wishes), openedAt, random, staff);
    const isReached = random.chance(0.9);
    const closed = {
      at: new Date(openedAt.getTime() + random.between(2, 40) * HOUR_MS),
      outcome: isReached ? ('stays' as const) : ('unreached' as const),
    };
    return isReached ? { ...made, closed } : { ...made, closed, spokenAt: null, offered: null };
  });
}

function caseOf(one: Written, said: Said, openedAt: Date, random: Random, staff: DemoStaff): Case {
  const minutes = random.chance(0.85) ? random.between(3, 50) : random.between(70, 600);
  const kind = said.offers.length > 0 && random.chance(0.85) ? random.pick(said.offers) : null;
  const costMinor = kind === 'discount' ? 30_000 : 0;
  return {
    one,
    subscriberId: one.subscriberId,
    source: random.chance(0.7) ? 'words' : 'hand',
    words: random.pick(said.words),
    isAngry: random.chance(0.1),
    reason: random.pick(said.reasons),
    ownerStaffId: handOf(staff.keeping, random),
    teamId: null,
    openedAt,
    spokenAt: new Date(openedAt.getTime() + minutes * MINUTE_MS),
    closed: null,
    offered: kind && { kind, isTaken: random.chance(0.6), costMinor },
  };
}

function exitOf({ one, closed, ownerStaffId, openedAt }: Case, caseId: number) {
  if (closed?.outcome !== 'left') return [];
  const { life } = one.person;
  const exit = {
    caseId,
    accountId: one.accountId,
    appliedOn: dateOnly(openedAt),
    endsOn: closed.on,
    balanceMinor: life.balanceMinor,
    acceptedBy: ownerStaffId,
    acceptedAt: openedAt,
    closedAt: closed.at,
  };
  return [exit];
}

function eventsOf({ subscriberId, openedAt, source, closed }: Case, id: number): PastEvent[] {
  const about = { subjectKind: 'case', subjectId: id, subscriberId };
  const told = (type: string, at: Date, facts: Record<string, unknown>): PastEvent => ({
    ...about,
    type,
    facts,
    occurredAt: at,
    recordedAt: at,
  });
  const opened = told('retention.case_opened', openedAt, { number: id, source });
  if (!closed) return [opened];
  return [opened, told('retention.case_closed', closed.at, { outcome: closed.outcome })];
}
