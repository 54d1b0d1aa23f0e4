import type { BulkCtx } from '../kernel/db/bulk.ts';
import {
  bulkLoadGuided,
  bulkLoadSaid,
  type DealLoad,
  type GuidedLoad,
  type SaidLoad,
} from '../sales/index.ts';
import { randomOf } from './random.ts';

const MINUTE_MS = 60_000;
/** So many of the deals that were talked about went by the script. */
const GUIDED = 0.6;
const outcomes = { won: 'agreed', lost: 'refused', open: 'thinking' } as const;
const homes = [
  ['video', 'work'],
  ['video'],
  ['games', 'video'],
  ['work'],
  ['video', 'wifi'],
  [],
] as const satisfies readonly GuidedLoad['uses'][];
const objections = ['Дорого', 'Надо подумать', 'У других дешевле', 'Уже был плохой опыт'];
const further = ['Онлайн-кинотеатр', 'Статический IP', 'Видеонаблюдение'];

/** Writes how some of the deals were sold by the script, and what was said. */
export async function writeGuided(
  ctx: BulkCtx,
  seed: string,
  deals: readonly (DealLoad & { id: number })[],
): Promise<void> {
  const given = deals.filter(
    ({ id, stageAt }) => stageAt > 0 && randomOf(`${seed} guided`, id).chance(GUIDED),
  );
  const past = await bulkLoadGuided(
    ctx,
    given.map((deal) => guidedOf(seed, deal)),
  );
  const said: Writable<SaidLoad> = { objected: [], pitched: [], prices: [] };
  for (const [at, { id, dealId, feeMinor }] of past.entries()) {
    const deal = given[at];
    if (!deal) continue;
    const random = randomOf(`${seed} guided said`, dealId);
    const when = new Date(deal.openedAt.getTime() + 10 * MINUTE_MS);
    if (deal.state === 'won') said.prices.push({ dealId, monthlyMinor: feeMinor });
    if (random.chance(0.45)) {
      const hasHelped = random.chance(deal.state === 'won' ? 0.8 : 0.2);
      const name = random.pick(objections);
      said.objected.push({ guidedSaleId: id, name, hasHelped, at: when });
    }
    if (random.chance(0.7)) {
      const answer = random.pick([
        'interested',
        'later',
        'refused',
        'refused',
        'not_said',
      ] as const);
      said.pitched.push({ guidedSaleId: id, product: random.pick(further), answer, at: when });
    }
  }
  await bulkLoadSaid(ctx, said);
}

type Writable<T> = { [Key in keyof T]: T[Key] extends readonly (infer One)[] ? One[] : T[Key] };

function guidedOf(seed: string, { id, state, openedAt }: DealLoad & { id: number }): GuidedLoad {
  const random = randomOf(`${seed} guided home`, id);
  const people = random.between(1, 4);
  const startedAt = new Date(openedAt.getTime() + 5 * MINUTE_MS);
  return {
    dealId: id,
    people,
    devices: people * 2 + random.between(0, 3),
    uses: random.pick(homes),
    outcome: outcomes[state],
    startedAt,
    endedAt: new Date(startedAt.getTime() + random.between(4, 15) * MINUTE_MS),
  };
}
