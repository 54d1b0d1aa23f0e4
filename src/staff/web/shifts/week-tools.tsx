import { ActionIcon, Button, Select } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays } from '../../../ui/add-days.ts';
import { formatDay } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead, useWrite } from '../api.ts';
import css from './shifts.module.css';

export type Choice = { monday: string; teamId: number | null };
type Props = Choice & { onChange: (next: Choice) => void };

const WEEK_DAYS = 7;

/** Which week and whose, and the week before as its beginning. */
export const WeekTools = ({ monday, teamId, onChange }: Props) => {
  const t = useTexts('staff');
  const may = useMay();
  const teams = useRead('GET /api/teams').data?.teams ?? [];
  const copy = useWrite('POST /api/shifts/copy-week', ['/api/shifts', '/api/board']);
  const move = (weeks: number): void =>
    onChange({ monday: addDays(monday, weeks * WEEK_DAYS), teamId });
  const copyLast = (): void =>
    copy.mutate(
      { from: monday, ...(teamId === null ? {} : { teamId }) },
      {
        onSuccess: ({ copied }) => notifyDone(t('shifts.copied', { count: copied })),
        onError: notifyProblem,
      },
    );
  return (
    <div className={css.tools}>
      <ActionIcon variant="default" aria-label={t('shifts.before')} onClick={() => move(-1)}>
        <ChevronLeft size={16} />
      </ActionIcon>
      <strong className="tabular">
        {formatDay(monday)} – {formatDay(addDays(monday, WEEK_DAYS - 1))}
      </strong>
      <ActionIcon variant="default" aria-label={t('shifts.after')} onClick={() => move(1)}>
        <ChevronRight size={16} />
      </ActionIcon>
      {may('staff.plan_shifts') ? (
        <>
          <Select
            aria-label={t('shifts.team')}
            placeholder={t('shifts.everyTeam')}
            clearable
            data={teams
              .filter(({ isArchived }) => !isArchived)
              .map(({ id, name }) => ({ value: String(id), label: name }))}
            value={teamId === null ? null : String(teamId)}
            onChange={(value) =>
              onChange({ monday, teamId: value === null ? null : Number(value) })
            }
          />
          <Button variant="default" loading={copy.isPending} onClick={copyLast}>
            {t('shifts.copy')}
          </Button>
        </>
      ) : null}
    </div>
  );
};
