import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { KeyHint } from '../../../ui/show/key-hint.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type PitchAnswer, pitchAnswers } from '../../pitches/answers.ts';
import { useWrite, type Shown } from '../client.ts';
import css from './pitch.module.css';

/** Neighbours on any keyboard, in the order of the answers. */
const answerKeys = ['KeyU', 'KeyI', 'KeyO', 'KeyP'] as const;

/** What came of the offer, a key each. */
export const PitchAnswers = ({ id, shown }: { id: number; shown: Shown }) => {
  const t = useTexts('sales');
  const save = useWrite('PUT /api/conversations/{id}/pitch', [
    `/api/conversations/${id}/pitch`,
    '/api/follow-ups',
  ]);
  const pitchId = shown.offered?.pitchId ?? 0;
  return (
    <div className={css.answers} role="group" aria-label={t('pitch.answer')}>
      {pitchAnswers.map((answer, at) => (
        <AnswerButton
          key={answer}
          answer={answer}
          keys={answerKeys[at] ?? ''}
          isChosen={shown.answered?.answer === answer}
          isBusy={save.isPending}
          onChoose={() => void save.mutateAsync({ id, pitchId, answer }).catch(notifyProblem)}
        />
      ))}
    </div>
  );
};

type AnswerProps = {
  answer: PitchAnswer;
  keys: string;
  isChosen: boolean;
  isBusy: boolean;
  onChoose: () => void;
};

const AnswerButton = ({ answer, keys, isChosen, isBusy, onChoose }: AnswerProps) => {
  const t = useTexts('sales');
  const label = t(`answers.${answer}`);
  useShortcut(keys, onChoose, { label: `${t('pitch.title')}: ${label}`, isEnabled: !isBusy });
  return (
    <Button
      size="xs"
      variant={answer === 'interested' ? 'light' : 'default'}
      aria-pressed={isChosen}
      aria-keyshortcuts={keys}
      disabled={isBusy}
      rightSection={<KeyHint keys={keys} />}
      onClick={onChoose}
    >
      {label}
    </Button>
  );
};
