import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { type LabelChange, type LabelsChanged, setLabelsOfMany } from '../../work/index.ts';
import type { Stored } from '../record/values.ts';

/**
 * Puts labels on tickets that are locked and takes others off, each with its line of history.
 * @param cause what made the change, told with it
 * @returns ids of the labels that came and went, of each ticket on which any did
 */
export async function labelMany(
  ctx: Ctx,
  tickets: readonly Stored[],
  change: LabelChange,
  cause: Readonly<Record<string, number>>,
  options: { isTold?: boolean } = {},
): Promise<ReadonlyMap<number, LabelsChanged>> {
  if ((change.add ?? []).length + (change.remove ?? []).length === 0) return new Map();
  const ids = tickets.map(({ id }) => id);
  const changed = await setLabelsOfMany(ctx, 'tickets', ids, change);
  const names = (labels: readonly { name: string }[]): string[] => labels.map(({ name }) => name);
  await emitMany(
    ctx,
    tickets.flatMap(({ id, subscriberId }) => {
      const labels = changed.get(id);
      if (!labels) return [];
      const [added, removed] = [names(labels.added), names(labels.removed)];
      return [
        {
          type: 'tickets.labelled',
          subject: { kind: 'ticket', id },
          subscriberId,
          facts: { number: id, added, removed, ...cause },
        },
      ];
    }),
    options,
  );
  return changed;
}
