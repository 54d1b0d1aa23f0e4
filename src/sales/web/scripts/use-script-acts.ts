import { notifyProblem } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import type { InputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';
import { call } from '../client.ts';

type Api = typeof api;
type Verb =
  | 'DELETE /api/sale-scripts/{id}/draft'
  | 'POST /api/sale-scripts/{id}/publish'
  | 'PUT /api/sale-scripts/{id}/current'
  | 'POST /api/sale-scripts/{id}/use'
  | 'POST /api/sale-scripts/{id}/archive';

/** Writes on a script as whoever has seen a version of it; what fails is told. */
export const useScriptActs = (): (<Route extends Verb>(
  route: Route,
  input: InputOf<Api, Route>,
) => Promise<boolean>) => {
  const refresh = useRefresh();
  return async (route, input) => {
    const isDone = await call(route, input).then(
      () => true,
      (failure: unknown) => {
        notifyProblem(failure);
        return false;
      },
    );
    await refresh('/api/sale-scripts');
    return isDone;
  };
};
