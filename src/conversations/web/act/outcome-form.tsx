import { Checkbox, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { notifyDone } from '../../../ui/notify.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { formatInstant } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { isEnding, type Outcome } from '../../api/outcomes.ts';
import { call, type Opened } from '../api.ts';
import { leftValues, useLeftValues } from './kept-values.ts';
import { MomentField } from './moment-field.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { useDeskRefresh } from './use-desk-refresh.ts';

type Values = { outcome: Outcome | null; note: string; nextTryAt: string | null; isKept: boolean };

const empty: Values = { outcome: null, note: '', nextTryAt: null, isKept: false };

const useOutcome = (conversation: Opened) => {
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

/** What came of the call, chosen by 1 to 6 and saved with Ctrl+Enter. */
export const OutcomeForm = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const form = useOutcome(conversation);
  const note = useRef<HTMLTextAreaElement>(null);
  const { outcome } = form.values;
  const choose = (next: Outcome): void => {
    form.set('outcome', next);
    requestAnimationFrame(() => note.current?.focus());
  };
  // Nothing can be saved before it is chosen.
  if (outcome === null) return <OutcomeChoice value={null} onChoose={choose} />;
  return (
    <Form form={form} submitLabel={t('act.save')} isGuarded={false}>
      <OutcomeChoice value={outcome} onChoose={choose} />
      {outcome === 'asked_later' ? (
        <MomentField
          label={t('act.callAt')}
          value={form.values.nextTryAt}
          onChange={(at) => form.set('nextTryAt', at)}
          {...(form.errors.byField['nextTryAt'] === undefined
            ? {}
            : { error: form.errors.byField['nextTryAt'] })}
        />
      ) : null}
      <Textarea
        ref={note}
        {...form.text('note')}
        aria-label={t('act.noteHint')}
        placeholder={t('act.noteHint')}
        autosize
        minRows={1}
        maxRows={4}
      />
      {isEnding(outcome) ? <Checkbox {...form.tick('isKept')} label={t('act.keepOpen')} /> : null}
    </Form>
  );
};
