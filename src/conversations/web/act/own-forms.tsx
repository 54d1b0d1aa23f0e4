import { useState } from 'react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { CallButton } from './call-button.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { NoteForm } from './note-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import css from './act.module.css';

const ways = ['outcome', 'note', 'followUp'] as const;
type Way = (typeof ways)[number];

/** For whoever has it: call, and record what came of it. */
export const OwnForms = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const [way, setWay] = useState<Way>('outcome');
  useShortcut('KeyN', () => setWay('note'), { label: t('keys.note') });
  useShortcut('KeyF', () => setWay('followUp'), { label: t('keys.followUp') });
  return (
    <div className={css.bar}>
      <div className={css.top}>
        {conversation.phone === '' ? (
          <span className="dim">{t('act.noPhone')}</span>
        ) : (
          <CallButton conversation={conversation} onCall={() => setWay('outcome')} />
        )}
        <Segmented
          label={t('act.ways')}
          value={way}
          options={ways.map((value) => ({ value, label: t(`act.${value}`) }))}
          onChange={setWay}
        />
      </div>
      {way === 'outcome' ? <OutcomeForm conversation={conversation} /> : null}
      {way === 'note' ? (
        <NoteForm conversation={conversation} onDone={() => setWay('outcome')} />
      ) : null}
      {way === 'followUp' ? (
        <FollowUpForm conversation={conversation} onDone={() => setWay('outcome')} />
      ) : null}
    </div>
  );
};
