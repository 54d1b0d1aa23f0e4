import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad, type StaffLoad } from '../staff/index.ts';
import { dateOnly } from './months.ts';
import { personName } from './names.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const DAY_MS = 86_400_000;
/** Shifts stand this far on both sides of the day of the base. */
const PLANNED_DAYS = 14;
/** Two days at work, two at home. */
const TURN = 4;

const teams = [
  {
    name: 'Контакт-центр',
    agents: 6,
    loadLimit: 4,
    skills: ['Оборудование', 'Английский', 'Расчёты'],
    hours: { from: '08:00', to: '20:00', breaks: [{ from: '13:00', to: '13:45' }] },
  },
  {
    name: 'Продажи',
    agents: 4,
    loadLimit: 3,
    skills: ['Частный сектор', 'Юридические лица'],
    hours: { from: '09:00', to: '21:00', breaks: [{ from: '14:00', to: '14:45' }] },
  },
  {
    name: 'Удержание',
    agents: 2,
    loadLimit: 2,
    skills: ['Расчёты'],
    hours: { from: '10:00', to: '19:00', breaks: [{ from: '13:30', to: '14:15' }] },
  },
] as const;

/** Ids of those who work here, by what they do. */
export type DemoStaff = {
  contacts: readonly number[];
  sales: readonly number[];
  keeping: readonly number[];
};

/** Writes who works at the operator, with teams, skills and shifts; nobody of them can sign in. */
export async function writeStaff(ctx: BulkCtx, plan: DemoPlan): Promise<DemoStaff> {
  const people = teams.flatMap((team, at) => peopleOf(plan, team, at));
  const ids = await bulkLoad(ctx, people);
  const agentsOf = (name: string): number[] =>
    ids.filter((_, at) => people[at]?.team === name && people[at]?.role === 'agent');
  return {
    contacts: agentsOf('Контакт-центр'),
    sales: agentsOf('Продажи'),
    keeping: agentsOf('Удержание'),
  };
}

/** Whose a piece of work was: the same whichever others there are. */
export function handOf(ids: readonly number[], random: Random): number | null {
  return ids.length === 0 ? null : random.pick(ids);
}

function peopleOf(plan: DemoPlan, team: (typeof teams)[number], teamAt: number): StaffLoad[] {
  return Array.from({ length: team.agents + 1 }, (_, at) => {
    const random = randomOf(`${plan.seed} staff`, teamAt * 100 + at);
    const { lastName, firstName } = personName(random);
    const isLeader = at === 0;
    return {
      name: `${firstName} ${lastName}`,
      email: `team-${teamAt + 1}-${at}@bereg.example`,
      role: isLeader ? 'supervisor' : 'agent',
      team: team.name,
      skills: isLeader ? team.skills : team.skills.filter(() => random.chance(0.5)),
      loadLimit: team.loadLimit,
      shifts: shiftsOf(plan, team, at),
    };
  });
}

function shiftsOf(plan: DemoPlan, team: (typeof teams)[number], at: number): StaffLoad['shifts'] {
  const today = Math.floor(plan.today.getTime() / DAY_MS);
  return Array.from({ length: 2 * PLANNED_DAYS }, (_, day) => today - PLANNED_DAYS + day)
    .filter((day) => (day + at * 2 + Math.floor(at / 2)) % TURN < TURN / 2)
    .map((day) => ({ day: dateOnly(new Date(day * DAY_MS)), ...team.hours }));
}
