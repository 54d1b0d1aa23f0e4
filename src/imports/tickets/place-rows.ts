import type { Ctx } from '../../kernel/context.ts';
import { findWorkers, type Worker } from '../../tickets/index.ts';
import { rowError, type RowError } from '../reading/source-row.ts';
import { findPeople, type Found, type TicketRow } from './find-people.ts';

/** Whose a row's ticket becomes, and who has it; what could not be found of it is told. */
export type Placed = {
  row: TicketRow;
  subscriber: Exclude<Found, string> | null;
  /** Was erased a moment ago: nothing may say whose it was. */
  isErased?: true;
  worker: Worker | null;
  warnings: RowError[];
};

/** Finds the subscribers and assignees of some rows: as the check says, so the rows are applied. */
export async function placeRows(ctx: Ctx, rows: readonly TicketRow[]): Promise<Placed[]> {
  const people = await findPeople(ctx, rows);
  const workers = workersBy(await findWorkers(ctx));
  return rows.map((row) => {
    const { named, assignee, state } = row.record;
    const found = people.get(row.rowNumber);
    const known = assignee === undefined ? null : workers(assignee);
    const worker = known?.isGone && state !== 'done' ? null : known;
    const value = named.join(', ').slice(0, 100);
    const warnings = [
      ...(found === 'nobody' ? [rowError('ticket_of_nobody', { value })] : []),
      ...(found === 'several' ? [rowError('ticket_of_several', { value })] : []),
      ...(assignee !== undefined && worker === null
        ? [rowError('ticket_assignee_unknown', { value: assignee.slice(0, 100) })]
        : []),
    ];
    return { row, subscriber: typeof found === 'object' ? found : null, worker, warnings };
  });
}

/** Who goes by an e-mail or a name, in whatever order its words stand; nobody where two do. */
function workersBy(workers: readonly Worker[]): (assignee: string) => Worker | null {
  const signOf = (text: string): string =>
    text.toLowerCase().replaceAll('ё', 'е').trim().split(/\s+/).toSorted().join(' ');
  const by = Map.groupBy(
    workers.flatMap((worker) =>
      [worker.email, worker.name].map((text) => ({ sign: signOf(text), worker })),
    ),
    ({ sign }) => sign,
  );
  return (assignee) => {
    const met = by.get(signOf(assignee)) ?? [];
    const here = met.filter(({ worker }) => !worker.isGone);
    const [one, other] = here.length > 0 ? here : met;
    return one && !other ? one.worker : null;
  };
}
