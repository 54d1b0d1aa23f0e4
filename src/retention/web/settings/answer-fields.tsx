import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import { type Answer, type LastAnswer, MOST_ANSWERS } from '../../reasons/answers.ts';
import css from './settings.module.css';

/** Whose words they are stands before them, also once they are written. */
const WHOSE_PX = 84;
type Props = { answers: readonly Answer[]; onChange: (answers: Answer[]) => void };

/** What they may answer, and what is said then: two steps on, as a talk goes. */
export const AnswerFields = ({ answers, onChange }: Props) => {
  const t = useTexts('retention');
  const put = (at: number, part: Partial<Answer>): void =>
    onChange(answers.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={css.answers}>
      <legend>{t('reasons.answers')}</legend>
      {answers.map((one, at) => (
        <div key={`answer ${at + 1}`} className={css.answer}>
          <OneAnswer
            place={String(at + 1)}
            one={one}
            onChange={(part) => put(at, part)}
            onRemove={() => onChange(answers.toSpliced(at, 1))}
          />
          {one.answers.map((next, place) => (
            <div key={`further ${place + 1}`} className={css.further}>
              <OneAnswer
                place={`${at + 1}.${place + 1}`}
                one={next}
                onChange={(part) =>
                  put(at, { answers: one.answers.with(place, { ...next, ...part }) })
                }
                onRemove={() => put(at, { answers: one.answers.toSpliced(place, 1) })}
              />
            </div>
          ))}
          <AddAnswer
            label={t('reasons.addFurther')}
            count={one.answers.length}
            onAdd={() => put(at, { answers: [...one.answers, { answer: '', words: '' }] })}
          />
        </div>
      ))}
      <AddAnswer
        label={t('reasons.addAnswer')}
        count={answers.length}
        onAdd={() => onChange([...answers, { answer: '', words: '', answers: [] }])}
      />
    </fieldset>
  );
};

type OneProps = {
  place: string;
  one: LastAnswer;
  onChange: (part: Partial<LastAnswer>) => void;
  onRemove: () => void;
};

const OneAnswer = ({ place, one, onChange, onRemove }: OneProps) => {
  const t = useTexts('retention');
  return (
    <>
      <div className={css.head}>
        <TextInput
          aria-label={t('reasons.answer', { place })}
          leftSection={<span className={css.whose}>{t('reasons.answerHint')}</span>}
          leftSectionWidth={WHOSE_PX}
          value={one.answer}
          maxLength={120}
          required
          style={{ flex: 1 }}
          onChange={(event) => onChange({ answer: event.target.value })}
        />
        <ActionIcon aria-label={t('reasons.removeAnswer', { place })} onClick={onRemove}>
          <Trash2 size={14} />
        </ActionIcon>
      </div>
      <Textarea
        aria-label={t('reasons.answerWords', { place })}
        leftSection={<span className={css.whose}>{t('reasons.wordsHint')}</span>}
        leftSectionWidth={WHOSE_PX}
        value={one.words}
        maxLength={2000}
        autosize
        minRows={1}
        onChange={(event) => onChange({ words: event.target.value })}
      />
    </>
  );
};

const AddAnswer = (props: { label: string; count: number; onAdd: () => void }) => (
  <Button
    variant="subtle"
    size="compact-xs"
    w="fit-content"
    leftSection={<Plus size={14} />}
    disabled={props.count === MOST_ANSWERS}
    onClick={props.onAdd}
  >
    {props.label}
  </Button>
);
