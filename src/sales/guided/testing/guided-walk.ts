import type { ProductLoad } from '../../../catalog/index.ts';
import type { World } from '../../../testing/world.ts';
import type { api } from '../../api.ts';

const plan = { kind: 'tariff', service: 'internet', currency: 'RUB' } as const;
const day = { validFrom: '2026-01-01' } as const;

/** Three tariffs and a cinema. */
export const products: readonly ProductLoad[] = [
  ...[
    { name: 'Скорость 100', monthlyFeeMinor: 50_000, speedKbps: 100_000 },
    { name: 'Скорость 300', monthlyFeeMinor: 70_000, speedKbps: 300_000 },
    { name: 'Скорость 500', monthlyFeeMinor: 90_000, speedKbps: 500_000 },
  ].map((one) => ({ ...plan, ...day, ...one, connectionFeeMinor: 50_000 })),
  {
    name: 'Кинотеатр',
    kind: 'addon',
    service: 'tv',
    currency: 'RUB',
    ...day,
    monthlyFeeMinor: 20_000,
    serves: ['video'],
  },
];

type Call = ReturnType<typeof callOf>;
const callOf = (world: World) => world.via({} as typeof api);

const methods = {
  answer: 'POST',
  back: 'POST',
  alternatives: 'POST',
  objections: 'POST',
  end: 'POST',
} as const;
type Verb = keyof typeof methods | 'address' | 'line' | 'metres' | 'tariff' | 'further' | 'payment';

/** Reads a guided sale, and writes on it as whoever has just seen it. */
export function guidedBy(call: Call) {
  const read = async (id: number) => (await call('GET /api/guided-sales/{id}', { id })).body;
  const put = async (id: number, verb: Verb, input: object = {}): Promise<void> => {
    const { version } = await read(id);
    const method = verb in methods ? 'POST' : 'PUT';
    const route = `${method} /api/guided-sales/{id}/${verb}` as 'POST /api/guided-sales/{id}/back';
    const done = await call(route, { id, version, ...input });
    if (done.status !== 200) throw new Error(`${route}: ${JSON.stringify(done.body)}`);
  };
  return { read, put };
}

/** Answers the first script up to a step: three people, films and work. */
export async function walkTo(call: Call, id: number, key: string): Promise<void> {
  const { read, put } = guidedBy(call);
  const answers: Record<string, object> = {
    people: { options: [2] },
    devices: { options: [1] },
    uses: { options: [0, 2] },
    before: { options: [1] },
  };
  for (;;) {
    const { step } = await read(id);
    if (step.key === key) return;
    await put(id, 'answer', answers[step.key]);
  }
}
