import type { AttributeValue } from '../../../work/web/index.tsx';

type Values = Readonly<Record<string, AttributeValue>>;

/** The values that differ from those before; null for one that was emptied. */
export function changedAttributes(before: Values, after: Values): Values {
  const changed = Object.entries(after).filter(([key, value]) => value !== (before[key] ?? null));
  return Object.fromEntries(changed);
}
