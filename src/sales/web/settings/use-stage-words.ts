import { useCalendars } from '../../../norms/web/index.tsx';
import { formatDuration, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Stage } from '../client.ts';
import { useEntryWords } from './use-entry-words.ts';

/** What a stage asks for, promises and does, in one sentence. */
export const useStageWords = (): ((stage: Stage) => string) => {
  const t = useTexts('sales');
  const calendars = useCalendars();
  const wordsOf = useEntryWords();
  return ({ probability, requiredFields, limitSeconds, calendarId, entry }) => {
    const fields = requiredFields.map((field) => t(`fields.${field}`).toLowerCase()).join(', ');
    const calendar = calendars.find(({ id }) => id === calendarId)?.name ?? '';
    const what = entry.map(wordsOf).join('; ');
    return [
      t('settings.won', { share: formatPercent(probability / 100) }),
      fields === '' ? '' : t('settings.asksFor', { fields }),
      limitSeconds === null
        ? ''
        : t('settings.within', { time: formatDuration(limitSeconds), calendar }),
      what === '' ? '' : t('settings.onEntry', { what }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
};
