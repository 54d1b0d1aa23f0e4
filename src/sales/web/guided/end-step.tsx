import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Outcome, outcomes } from '../../guided/outcomes.ts';
import { useSalesWords } from '../use-sales-words.ts';
import { Agreed } from './agreed.tsx';
import { ChoiceButton } from './choices.tsx';
import { Foot } from './foot.tsx';
import type { Ending, StepProps } from './use-guided.ts';
import css from './guided.module.css';

/** What came of it; who thinks is called again at a moment, who refuses says why. */
export const EndStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const { lostReasons } = useSalesWords();
  const [outcome, setOutcome] = useState<Outcome>();
  const [until, setUntil] = useState<string | null>(null);
  const [reasonId, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const ending = endingOf(outcome, until, reasonId, note);
  const choose = (one: Outcome): void => {
    if (one !== 'agreed') return setOutcome(one);
    acting.act('POST /api/guided-sales/{id}/end', { ending: { outcome: one } });
  };
  return (
    <div className={css.answers}>
      <div className={css.repeated}>
        <Agreed sale={sale} />
      </div>
      {outcomes.map((one, at) => (
        <ChoiceButton
          key={one}
          at={at}
          label={t(`guided.ends.${one}`)}
          isChosen={outcome === one}
          onChoose={() => choose(one)}
        />
      ))}
      {outcome === 'thinking' ? (
        <MomentField label={t('guided.until')} value={until} onChange={setUntil} />
      ) : null}
      {outcome === 'refused' ? (
        <>
          <Select
            label={t('fields.lostReasonId')}
            value={reasonId}
            data={lostReasons}
            allowDeselect={false}
            onChange={setReason}
          />
          <Textarea
            label={t('fields.lostNote')}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      ) : null}
      <Foot acting={acting}>
        {outcome === undefined ? null : (
          <Action
            keys="Mod+Enter"
            variant="filled"
            disabled={ending === null}
            loading={acting.isBusy}
            onClick={() => ending && acting.act('POST /api/guided-sales/{id}/end', { ending })}
          >
            {t('guided.end')}
          </Action>
        )}
      </Foot>
    </div>
  );
};

function endingOf(
  outcome: Outcome | undefined,
  until: string | null,
  reasonId: string | null,
  note: string,
): Ending | null {
  if (outcome === 'thinking') return until === null ? null : { outcome, until };
  if (outcome === 'refused') {
    return reasonId === null ? null : { outcome, reasonId: Number(reasonId), note };
  }
  return null;
}
