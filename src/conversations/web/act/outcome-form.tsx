import { Checkbox, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { isEnding, type Outcome } from '../../api/outcomes.ts';
import type { Opened } from '../api.ts';
import { OutcomeChoice } from './outcome-choice.tsx';
import { useOutcome } from './use-outcome.ts';

const isOfIncoming = ({ attempts, calls }: Opened): boolean => {
  const running = attempts.find(({ endedAt }) => endedAt === null);
  return calls.some(({ id, direction }) => id === running?.callId && direction === 'in');
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
  const choice = (
    <OutcomeChoice value={outcome} isIncoming={isOfIncoming(conversation)} onChoose={choose} />
  );
  if (outcome === null) return choice;
  return (
    <Form form={form} submitLabel={t('act.save')} isGuarded={false}>
      {choice}
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
