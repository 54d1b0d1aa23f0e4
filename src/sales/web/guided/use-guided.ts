import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../ui/call.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import type { api } from '../../api.ts';
import { call } from '../client.ts';

type Api = typeof api;

export type Guided = OutputOf<Api, 'GET /api/guided-sales/{id}'>;
export type Tariff = NonNullable<Guided['recommended']>;
export type Further = Guided['furthers'][number];
export type Ending = InputOf<Api, 'POST /api/guided-sales/{id}/end'>['ending'];

type Verb = `${'POST' | 'PUT'} /api/guided-sales/{id}/${string}` & keyof Api;
type Input<Route extends Verb> = Omit<InputOf<Api, Route>, 'id' | 'version'>;

/** What a step of a guided sale makes out of date beside the sale itself. */
const paths = ['/api/guided-sales/under-way', '/api/deals', '/api/follow-ups'];
const answer = 'POST /api/guided-sales/{id}/answer';

export type Acting = {
  /** Writes as whoever sees the sale; what fails is told, and the sale read anew. */
  act: <Route extends Verb>(route: Route, input: Input<Route>) => void;
  /** The same, and goes on to the next step. */
  actAndGo: <Route extends Verb>(route: Route, input: Input<Route>) => void;
  /** To the step before; null at the first. */
  back: (() => void) | null;
  isBusy: boolean;
};

/** What each kind of step is given. */
export type StepProps = { sale: Guided; acting: Acting };

export const useActing = ({ id, version, count }: Guided): Acting => {
  const refresh = useRefresh();
  const [isBusy, setBusy] = useState(false);
  const write = (route: Verb, input: object, seen: number): Promise<{ version: number }> =>
    call(route, { id, version: seen, ...input });
  const run = async (writes: () => Promise<unknown>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await writes().catch(notifyProblem);
    // The next step can be answered as soon as it is seen.
    await refresh('/api/guided-sales/{id}');
    setBusy(false);
    await refresh(...paths);
  };
  const act: Acting['act'] = (route, input) => void run(() => write(route, input, version));
  return {
    isBusy,
    act,
    back: count > 1 ? () => act('POST /api/guided-sales/{id}/back', {}) : null,
    actAndGo: (route, input) =>
      void run(async () => write(answer, {}, (await write(route, input, version)).version)),
  };
};
