import type { RawBuilder } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { matchingRows } from '../../kernel/list/match-rows.ts';
import type { Result } from '../../kernel/result.ts';
import { subscriberList } from '../../subscribers/index.ts';

export type Chosen = { ids: readonly number[] } | { condition: Condition };

/** Those ticked, or all that match: of them whom the actor sees, as a subquery of ids. */
export const chosenSubscribers = (ctx: Ctx, chosen: Chosen): Promise<Result<RawBuilder<unknown>>> =>
  matchingRows(
    ctx,
    subscriberList,
    'ids' in chosen ? chosen : { filter: chosen.condition },
    'subscribers.view',
  );
