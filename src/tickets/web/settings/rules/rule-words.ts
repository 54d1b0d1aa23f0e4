import { useCalendars } from '../../../../norms/web/index.tsx';
import { useOwners } from '../../../../staff/web/index.tsx';
import { formatDuration } from '../../../../ui/format.ts';
import { useTexts } from '../../../../ui/texts.ts';
import { useAsked } from '../../../../ui/table/use-asked.ts';
import { sentenceOf } from '../../../../ui/table/words.ts';
import { isStay } from '../../../api/moments.ts';
import type { Rule } from '../../client.ts';
import { useActionWords } from '../../macro-words.tsx';

type Told = Pick<
  Rule,
  | 'moment'
  | 'afterSeconds'
  | 'calendarId'
  | 'condition'
  | 'fields'
  | 'note'
  | 'noteKind'
  | 'watcherIds'
>;

/** Says a rule in a sentence: when it acts, on which tickets, what it does. */
export const useRuleWords = (): ((rule: Told) => string) => {
  const t = useTexts('tickets');
  const ui = useTexts();
  const asked = useAsked('tickets');
  const calendars = useCalendars();
  const { staff } = useOwners();
  const doesOf = useActionWords();
  return ({ moment, afterSeconds, calendarId, condition, watcherIds, ...does }) => {
    const calendar = calendars.find(({ id }) => id === calendarId);
    const lasts = isStay(moment) && afterSeconds > 0;
    const time = [formatDuration(afterSeconds), calendar && `(${calendar.name})`];
    const when = t(lasts ? `rules.lasts.${moment}` : `rules.when.${moment}`, {
      time: time.filter(Boolean).join(' '),
    });
    const only = condition ? t('rules.only', { what: sentenceOf(condition, asked.words, ui) }) : '';
    const watchers = staff.filter(({ value }) => watcherIds.includes(Number(value)));
    const actions = [
      doesOf(does),
      watchers.length > 0 &&
        t('rules.watchers', { names: watchers.map(({ label }) => label).join(', ') }),
    ];
    return `${when}${only} → ${actions.filter(Boolean).join('; ')}`;
  };
};
