import { useCalendars } from '../../../norms/web/index.tsx';
import { formatDuration, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Stage } from '../client.ts';

/** What a stage asks for and promises, in one sentence. */
export const useStageWords = (): ((stage: Stage) => string) => {
  const t = useTexts('sales');
  const calendars = useCalendars();
  return ({ probability, requiredFields, limitSeconds, calendarId }) => {
    const fields = requiredFields.map((field) => t(`fields.${field}`).toLowerCase()).join(', ');
    const calendar = calendars.find(({ id }) => id === calendarId)?.name ?? '';
    return [
      t('settings.won', { share: formatPercent(probability / 100) }),
      fields === '' ? '' : t('settings.asksFor', { fields }),
      limitSeconds === null
        ? ''
        : t('settings.within', { time: formatDuration(limitSeconds), calendar }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
};
