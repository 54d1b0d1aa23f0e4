import { randomOf } from '../src/demo/random.ts';
import { subscriberAt } from '../src/demo/subscriber-at.ts';
import { ask, type Base, seed, today } from './base.ts';
import type { Case } from './measure.ts';

const RUNS = 200;
const words = ['оплатил картой', 'красный индикатор', 'вечером скорость', 'приставка сигнала'];

/** Searches for people of the base as an agent types them. */
export function searches(base: Base): Promise<Case[]> {
  const somebody = (run: number): ReturnType<typeof subscriberAt> => {
    const index = randomOf('bench search', run).between(0, base.subscribers - 1);
    return subscriberAt({ seed, subscribers: base.subscribers, today }, index);
  };
  const find = (text: string): Promise<unknown> =>
    ask(base, 'GET', `/api/search?q=${encodeURIComponent(text)}`);
  const of = (name: string, text: (run: number) => string): Case => ({
    name: `search: ${name}`,
    runs: RUNS,
    barMs: 50,
    call: (run) => find(text(run)),
  });
  return Promise.resolve([
    of('phone', (run) => {
      const phone = somebody(run).subscriber.contacts[0]?.value ?? '';
      const number = [phone.slice(5, 8), phone.slice(8, 10), phone.slice(10)].join('-');
      return `8 (${phone.slice(2, 5)}) ${number}`;
    }),
    of('surname and name', (run) => {
      const { subscriber } = somebody(run);
      return subscriber.displayName.split(' ').slice(0, 2).join(' ');
    }),
    of('name with a typo', (run) => {
      const [last = '', first = ''] = somebody(run).subscriber.displayName.split(' ');
      return `${last.slice(0, 2)}${last.slice(3)} ${first}`;
    }),
    of('first letters of a surname', (run) => somebody(run).subscriber.displayName.slice(0, 3)),
    of('contract', (run) => somebody(run).account.contractNumber ?? ''),
    of('e-mail', (run) => somebody(run).subscriber.contacts.at(-1)?.value ?? ''),
    of('login', (run) => somebody(run).account.lines[0]?.login ?? ''),
    of('MAC', (run) => somebody(run).account.lines[0]?.mac ?? ''),
    of('words of a message', (run) => randomOf('bench words', run).pick(words)),
    of('address', (run) => {
      const address = somebody(run).subscriber.address;
      return `${address?.street} ${address?.building} ${address?.flat}`;
    }),
  ]);
}
