import { Button } from '@mantine/core';
import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { Answer, LastAnswer } from '../../reasons/answers.ts';
import css from './desk.module.css';

type Branch = { words: string; answers: readonly Answer[] };

/** What is said in a branch of the talk, and on by each answer; a click on one goes its way. */
export const Talk = ({ branch: { words, answers } }: { branch: Branch }) => {
  const [first, setFirst] = useState<number | null>(null);
  const [second, setSecond] = useState<number | null>(null);
  const one = first === null ? undefined : answers[first];
  const further = second === null ? undefined : one?.answers[second];
  return (
    <>
      <Said words={words} />
      <Answers
        all={answers}
        chosen={first}
        onChoose={(at) => {
          setFirst(at);
          setSecond(null);
        }}
      />
      {one ? (
        <>
          <Said words={one.words} />
          <Answers all={one.answers} chosen={second} onChoose={setSecond} />
        </>
      ) : null}
      {further ? <Said words={further.words} /> : null}
    </>
  );
};

const Said = ({ words }: { words: string }) =>
  words === '' ? null : <blockquote className={css.said}>{words}</blockquote>;

type Props = {
  all: readonly LastAnswer[];
  chosen: number | null;
  onChoose: (at: number | null) => void;
};

const Answers = ({ all, chosen, onChoose }: Props) => {
  const t = useTexts('retention');
  if (all.length === 0) return null;
  return (
    <div className={css.line} role="group" aria-label={t('cases.answers')}>
      <CornerDownRight size={14} aria-hidden="true" />
      {all.map(({ answer }, at) => (
        <Button
          key={answer}
          size="compact-sm"
          variant={at === chosen ? 'light' : 'default'}
          aria-pressed={at === chosen}
          onClick={() => onChoose(at === chosen ? null : at)}
        >
          {answer}
        </Button>
      ))}
    </div>
  );
};
