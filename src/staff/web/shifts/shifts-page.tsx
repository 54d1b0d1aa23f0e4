import { useState } from 'react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { thisMonday } from '../../../ui/week.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { type Opened, ShiftForm } from './shift-form.tsx';
import css from './shifts.module.css';
import { WeekGrid } from './week-grid.tsx';
import { type Choice, WeekTools } from './week-tools.tsx';

/** Who works when, week by week: one's own shifts, or a team's for whoever plans them. */
export const Component = () => {
  const t = useTexts('staff');
  const [choice, setChoice] = useState<Choice>({
    monday: thisMonday(),
    teamId: null,
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  useLiveRefresh(['staff.*'], ['/api/shifts']);
  const { monday, teamId } = choice;
  const input = { from: monday, ...(teamId === null ? {} : { teamId }) };
  const { data, error, refetch } = useRead('GET /api/shifts', input, { isKept: true });
  return (
    <Page title={t('shifts.title')} layout="padded">
      <div className={css.page}>
        <WeekTools {...choice} onChange={setChoice} />
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data && data.people.length === 0 ? <EmptyState title={t('shifts.emptyTitle')} /> : null}
        {data && data.people.length > 0 ? (
          <WeekGrid people={data.people} monday={monday} onOpen={setOpened} />
        ) : null}
      </div>
      {opened ? (
        <ShiftForm opened={opened} monday={monday} onClose={() => setOpened(null)} />
      ) : null}
    </Page>
  );
};
