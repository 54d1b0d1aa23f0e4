import { useForm } from '../../../ui/form/use-form.ts';
import { formatInstant } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { isEnding, type Outcome } from '../../api/outcomes.ts';
import { call, type Opened } from '../api.ts';
import { leftValues, useLeftValues } from './kept-values.ts';
import { useDeskRefresh } from './use-desk-refresh.ts';

type Values = { outcome: Outcome | null; note: string; nextTryAt: string | null; isKept: boolean };

const empty: Values = { outcome: null, note: '', nextTryAt: null, isKept: false };

/** The outcome being told of a conversation's call; what was typed is there again. */
export const useOutcome = (conversation: Opened) => {
  const t = useTexts('conversations');
  const refresh = useDeskRefresh();
  const { id, version } = conversation;
  const key = `outcome ${id}`;
  const form = useForm<Values, { state: string; nextTryAt: string | null }>({
    initial: leftValues(key, empty),
    save: async ({ outcome, note, nextTryAt, isKept }) => {
      if (outcome === null) throw new Error('an outcome is chosen before it is saved');
      return call('POST /api/conversations/{id}/outcome', {
        id,
        version,
        outcome,
        note,
        ...(nextTryAt === null ? {} : { nextTryAt }),
        ...(isEnding(outcome) ? { isClosed: !isKept } : {}),
      });
    },
    onSaved: ({ state, nextTryAt }) => {
      const at = nextTryAt === null ? '' : formatInstant(nextTryAt);
      notifyDone(t(state === 'closed' ? 'act.closed' : at ? 'act.planned' : 'act.saved', { at }));
      form.reset(empty);
      void refresh();
    },
  });
  useLeftValues(key, form.values);
  return form;
};
