import { staleMaking } from '../../api/stale.ts';
import type { Ticket } from '../client.ts';

type Past = Ticket['history'][number];

/** The newest step: what somebody who begins to write now has seen. */
export const newestOf = ({ history }: Pick<Ticket, 'history'>): number => history.at(-1)?.id ?? 0;

/** What others have done since words were begun, as far as it makes them out of date. */
export const missedSince = (
  { history }: Pick<Ticket, 'history'>,
  seenId: number,
  viewerId: number,
): Past[] =>
  history.filter(
    ({ id, type, actorStaffId }) =>
      id > seenId && actorStaffId !== viewerId && (staleMaking as readonly string[]).includes(type),
  );
