import { useSearchParams } from 'react-router';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';

/** Which visits are looked at; the address of the page keeps it. */
export function useVisitFilter() {
  const [asked, ask] = useSearchParams();
  const change = (values: Record<string, string | null>): void => {
    const next = new URLSearchParams(asked);
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    ask(next, { replace: true });
  };
  return {
    on: asked.get('on') ?? dayOf(serverNow()),
    district: asked.get('district') ?? '',
    isOpenOnly: asked.get('open') !== null,
    change,
  };
}

export type VisitFilter = ReturnType<typeof useVisitFilter>;
