import { join } from 'node:path';
import { randomOf } from '../src/demo/random.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { loadCoverages, loadTerms } from '../src/network/index.ts';
import { streetKey } from '../src/subscribers/addresses/street-key.ts';
import { type AddressLoad, loadAddresses } from '../src/subscribers/load-addresses.ts';
import { ask, type Base, openBaseIn } from './base.ts';
import { type Case, measure, savePlans, show } from './measure.ts';

const STREETS = 4000;
const BUILDINGS_OF_A_STREET = 10;
const FLATS_OF_A_BUILDING = 50;
const STREETS_AT_ONCE = 100;
const RUNS = 400;
const seed = 'bench addresses';

const cities = 'Северск Южный Приморье Залесье Каменка Озёрное Ветлуга Белогорье'.split(' ');
const first = 'Сад Лес Лугов Берег Солнеч Берёз Вишн Рябин Клён Сосн Родник Реч Завод'.split(' ');
const middle = 'ов ин евск енск очн ист ян ев овск инск альн ичн'.split(' ');
const last = ['ая', 'ский', 'ная', 'цева', 'иха', 'ово'];
const kinds = ['street', 'street', 'street', 'avenue', 'lane', 'boulevard'];

/**
 * Addresses of 2,000,000 flats in 40,000 buildings on 4,000 streets: what is typed letter by letter
 * with slips, on the other layout and with a house, and the check of a house that was chosen.
 * @returns the exit code: 1 where a measure is missed
 */
export async function benchAddresses(): Promise<number> {
  const flats = STREETS * BUILDINGS_OF_A_STREET * FLATS_OF_A_BUILDING;
  const base = await openBaseIn(join(import.meta.dirname, '../var/bench-addresses'), flats, fill);
  let isMissed = false;
  try {
    const { rows } = await base.ctx.pool.query<{ flats: number; buildings: number }>(
      `select (select count(*) from premises)::int as flats,
              (select count(*) from buildings)::int as buildings`,
    );
    process.stdout.write(`${rows[0]?.flats} flats in ${rows[0]?.buildings} buildings\n`);
    for (const one of await cases(base)) {
      const result = await measure(one.name, one, one.call);
      isMissed ||= result.p95Ms > (one.barMs ?? Infinity);
      process.stdout.write(`${show(result)}\n`);
      await savePlans(join(base.folder, 'plans'), one.name, base.url, () => one.call(1));
    }
  } finally {
    await base.close();
  }
  return isMissed ? 1 : 0;
}

const streetAt = (at: number): Pick<AddressLoad, 'city' | 'street' | 'streetKind'> => {
  const random = randomOf(`${seed} street`, at);
  const ordinal = random.chance(0.15) ? `${random.between(1, 9)}-я ` : '';
  const street = `${ordinal}${random.pick(first)}${random.pick(middle)}${random.pick(last)}`;
  return { city: random.pick(cities), street, streetKind: random.pick(kinds) };
};

const houseAt = (at: number): string => {
  const random = randomOf(`${seed} house`, at);
  const tail = random.chance(0.2) ? random.pick(['а', 'б', 'к1', '/2']) : '';
  return `${1 + (at % BUILDINGS_OF_A_STREET) * 7 + random.between(0, 6)}${tail}`;
};

async function fill(ctx: Ctx): Promise<void> {
  if ((await ctx.pool.query('select from buildings limit 1')).rowCount) return;
  const fields = { baseMinor: 0, metreMinor: 0, includedMetres: 0, longestMetres: null };
  await loadTerms(ctx, [{ name: 'Дома', ...fields, mostParts: 1, freeFromMinor: null }]);
  for (let from = 0; from < STREETS; from += STREETS_AT_ONCE) {
    await inBulkTransaction(ctx, (bulk) => loadAddresses(bulk, placesFrom(from), null));
  }
  const { rows } = await ctx.pool.query<{ id: number }>('select id from buildings order by id');
  const line = { terms: 'Дома', portsTotal: 48, portsFree: 9, plannedOn: null };
  await loadCoverages(
    ctx,
    rows.map(({ id }, at) => ({
      ...line,
      buildingId: id,
      technology: 'ftth',
      node: `Узел ${Math.floor(at / 8)}`,
      speedKbps: 1_000_000,
    })),
  );
  await ctx.pool.query('vacuum analyze');
}

function placesFrom(from: number): AddressLoad[] {
  const streets = Array.from({ length: STREETS_AT_ONCE }, (_, at) => from + at);
  return streets.flatMap((at) => {
    const street = streetAt(at);
    const key = streetKey(street.city, street.street);
    return Array.from({ length: BUILDINGS_OF_A_STREET * FLATS_OF_A_BUILDING }, (_, flat) => ({
      ...street,
      streetKey: key,
      building: houseAt(at * BUILDINGS_OF_A_STREET + Math.floor(flat / FLATS_OF_A_BUILDING)),
      flat: String(1 + (flat % FLATS_OF_A_BUILDING)),
    }));
  });
}

async function cases(base: Base): Promise<Case[]> {
  const { rows } = await base.ctx.pool.query<{ id: number }>(
    'select min(id) as id from buildings union all select max(id) from buildings order by 1',
  );
  const [least = 1, most = 1] = rows.map(({ id }) => id);
  const of = (name: string, text: (street: string, house: string) => string): Case => ({
    name: `typed: ${name}`,
    runs: RUNS,
    barMs: 30,
    call: (run) => {
      const at = randomOf('bench typed', run).between(0, STREETS - 1);
      const typed = text(streetAt(at).street, houseAt(at * BUILDINGS_OF_A_STREET));
      return ask(base, 'GET', `/api/address-check/suggestions?text=${encodeURIComponent(typed)}`);
    },
  });
  return [
    of('three letters', (street) => street.slice(0, 3)),
    of('half of a street', (street) => street.slice(0, Math.ceil(street.length / 2))),
    of('a street', (street) => street),
    of('a street with a slip and a house', (street, house) => {
      return `${street.slice(0, 3)}${street.slice(4)} ${house}`;
    }),
    of('in Latin letters', (street, house) => `${latin(street)} ${house}`),
    {
      name: 'check of a house',
      runs: RUNS,
      barMs: 30,
      call: (run) => {
        const id = randomOf('bench house', run).between(least, most);
        return ask(base, 'GET', `/api/address-check?buildingId=${id}`);
      },
    },
  ];
}

const letters: Record<string, string> = Object.fromEntries(
  'а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u я-ya ч-ch ц-ts ш-sh ы-y х-h ё-yo ь-'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);

const latin = (text: string): string =>
  text.toLowerCase().replaceAll(/./gu, (letter) => letters[letter] ?? letter);
