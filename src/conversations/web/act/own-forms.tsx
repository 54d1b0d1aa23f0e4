import { useState } from 'react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { CallButton } from './call-button.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { NoteForm } from './note-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import css from './act.module.css';

const ways = ['reply', 'outcome', 'note', 'followUp'] as const;
type Way = (typeof ways)[number];

/** For whoever has it: answer or call, and record what came of it. */
export const OwnForms = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const isAnswered = conversation.email !== '';
  const usual: Way = isAnswered ? 'reply' : 'outcome';
  const [way, setWay] = useState<Way>(usual);
  const [isAsked, setAsked] = useState(false);
  const [words, setWords] = useState('');
  const choose = (next: Way): void => {
    setWay(next);
    setAsked(true);
  };
  useShortcut('KeyA', () => choose('reply'), { label: t('keys.reply'), isEnabled: isAnswered });
  useShortcut('KeyN', () => choose('note'), { label: t('keys.note') });
  useShortcut('KeyF', () => choose('followUp'), { label: t('keys.followUp') });
  const done = (): void => setWay(usual);
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
          options={ways
            .filter((value) => isAnswered || value !== 'reply')
            .map((value) => ({ value, label: t(`act.${value}`) }))}
          onChange={choose}
        />
      </div>
      {way === 'reply' ? (
        <ReplyForm
          key={isAsked ? 'asked' : 'shown'}
          conversation={conversation}
          words={words}
          onWords={setWords}
          isFocused={isAsked}
        />
      ) : null}
      {way === 'outcome' ? <OutcomeForm conversation={conversation} /> : null}
      {way === 'note' ? <NoteForm conversation={conversation} onDone={done} /> : null}
      {way === 'followUp' ? <FollowUpForm conversation={conversation} onDone={done} /> : null}
    </div>
  );
};
