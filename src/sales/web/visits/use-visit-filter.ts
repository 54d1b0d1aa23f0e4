import { useSearchParams } from 'react-router';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { daysFrom, mondayOf } from '../../../ui/week.ts';

const PATH = '/deals/visits';

/** Whether an address names a day; of other words it is today. */
const isDay = (text: string): boolean =>
  /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Which visits are looked at, a week's or a day's; the address of the page keeps it. */
export function useVisitFilter() {
  const [asked, ask] = useSearchParams();
  const changed = (values: Record<string, string | null>): URLSearchParams => {
    const next = new URLSearchParams(asked);
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    return next;
  };
  const said = asked.get('on') ?? '';
  const on = isDay(said) ? said : dayOf(serverNow());
  const view = asked.get('view') === 'day' ? 'day' : 'week';
  return {
    on,
    view,
    days: view === 'day' ? [on] : daysFrom(mondayOf(on)),
    district: asked.get('district') ?? '',
    isOpenOnly: asked.get('open') !== null,
    change: (values: Record<string, string | null>): void =>
      ask(changed(values), { replace: true }),
    /** Where a day is seen by itself. */
    linkTo: (day: string): string => `${PATH}?${changed({ on: day, view: 'day' }).toString()}`,
  } as const;
}

export type VisitFilter = ReturnType<typeof useVisitFilter>;
