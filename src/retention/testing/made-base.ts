import { sigmoid } from '../model/logistic.ts';
import { type Random, randomOf } from '../model/random.ts';
import type { Column, Table } from '../model/table.ts';

export type MadeBase = {
  table: Table;
  labels: Uint8Array;
  /** The true chance of each row, which no model can tell better. */
  chances: Float64Array;
};

const tariffs = ['home', 'family', 'pro', 'village', 'guest'];
const tariffPull = [-0.4, -0.8, 0.2, 0.5, 1.2];

/** Columns that act: tenure, price, tickets, tariff, speed; and price together with speed. */
const ACTING = 5;

/**
 * A base whose truth is known: some columns act on the chance of leaving, two of them only
 * together, one is missing at times; the others, up to `columnCount`, are noise.
 */
export function makeBase(rowCount: number, columnCount: number, seed: number): MadeBase {
  const random = randomOf(seed);
  const noise = Math.max(0, columnCount - ACTING);
  const numbers = (): Float32Array => new Float32Array(rowCount);
  const [tenure, price, tickets, speed] = [numbers(), numbers(), numbers(), numbers()];
  const tariff = new Int32Array(rowCount);
  const others = Array.from({ length: noise }, numbers);
  const labels = new Uint8Array(rowCount);
  const chances = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const [months, fee, mbits] = [random() * 72, 300 + random() * 900, random()];
    const asked = random() < 0.2 ? Number.NaN : Math.floor(-Math.log(1 - random()) * 1.5);
    const plan = Math.floor(random() * tariffs.length);
    tenure[row] = months;
    price[row] = fee;
    tickets[row] = asked;
    speed[row] = mbits * 100;
    tariff[row] = plan;
    for (const own of others) own[row] = gaussian(random);
    const unhappy = Number.isNaN(asked) ? 0.4 : Math.min(2, asked * 0.5);
    const together = fee > 750 === mbits < 0.5 ? 0.9 : -0.9;
    const margin =
      -2.2 + 1.8 * Math.exp(-months / 10) + unhappy + (tariffPull[plan] ?? 0) + together;
    chances[row] = sigmoid(margin);
    labels[row] = random() < (chances[row] ?? 0) ? 1 : 0;
  }
  const numeric = (name: string, values: Float32Array): Column => ({
    name,
    kind: 'numeric',
    values,
  });
  const columns: Column[] = [
    numeric('tenure', tenure),
    numeric('price', price),
    numeric('tickets', tickets),
    numeric('speed', speed),
    { name: 'tariff', kind: 'categorical', codes: tariff, levels: tariffs },
    ...others.map((values, at) => numeric(`noise ${at + 1}`, values)),
  ];
  return {
    table: { rowCount, columns: columns.slice(0, Math.max(ACTING, columnCount)) },
    labels,
    chances,
  };
}

/** Mean 0, deviation 1 (Box–Muller). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
