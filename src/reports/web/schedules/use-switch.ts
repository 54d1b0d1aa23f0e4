import { undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Schedule, useWrite } from '../client.ts';

/** Switches a schedule off, which can be undone, or on. */
export const useSwitch = () => {
  const t = useTexts('reports');
  const change = useWrite('PUT /api/report-schedules/{id}');
  const put = (schedule: Schedule, isOn: boolean, version: number): Promise<unknown> => {
    const { id, ask, format, rhythm, day, hour, staffIds } = schedule;
    return change.mutateAsync({ id, version, ask, format, rhythm, day, hour, staffIds, isOn });
  };
  return async (schedule: Schedule): Promise<void> => {
    await put(schedule, !schedule.isOn, schedule.version);
    if (!schedule.isOn) return;
    undoToast({
      text: t('schedules.isOff'),
      undo: () => put(schedule, true, schedule.version + 1),
    });
  };
};
