import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { Action } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Objection, useRead } from '../client.ts';
import { ChoiceButton } from './choices.tsx';
import { GoOn } from './go-on.tsx';
import type { StepProps } from './use-guided.ts';
import css from './guided.module.css';

const MOST_SHOWN = 6;

/** What is objected, found by the words said; the answer that helps most stands first. */
export const ObjectionsStep = ({ sale, acting }: StepProps) => {
  const t = useTexts('sales');
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [opened, setOpened] = useState<Objection>();
  const { data } = useRead('GET /api/objections', { said }, { isKept: true });
  useShortcut('KeyY', () => field.current?.focus(), { label: t('guided.said') });
  const shown = (data?.rows ?? []).slice(0, MOST_SHOWN);
  const go = (): void => acting.act('POST /api/guided-sales/{id}/answer', {});
  const close = (): void => {
    setOpened(undefined);
    setSaid('');
  };
  return (
    <div className={css.answers}>
      {sale.objections.map(({ id, name, hasHelped }) => (
        <p key={id} className={css.none}>
          {name}{' '}
          <Badge tone={hasHelped ? 'green' : 'gray'}>
            {t(hasHelped ? 'objections.helped' : 'objections.notHelped')}
          </Badge>
        </p>
      ))}
      {opened ? (
        <ObjectionAnswer objection={opened} acting={acting} sale={sale} onDone={close} />
      ) : (
        <>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!shown[0]) return;
              field.current?.blur();
              setOpened(shown[0]);
            }}
          >
            <TextInput
              ref={field}
              label={t('guided.said')}
              value={said}
              onChange={(event) => setSaid(event.target.value)}
            />
          </form>
          {shown.map((one, at) => (
            <ChoiceButton
              key={one.id}
              at={at}
              label={one.name}
              isChosen={false}
              onChoose={() => setOpened(one)}
            />
          ))}
          {said !== '' && data && shown.length === 0 ? (
            <p className={css.none}>{t('guided.noObjection')}</p>
          ) : null}
        </>
      )}
      <GoOn acting={acting} isPass={opened !== undefined || said !== ''} onGo={go} />
    </div>
  );
};

type AnswerProps = StepProps & { objection: Objection; onDone: () => void };

/** One answer to read aloud with what to do next; the next best on request. */
const ObjectionAnswer = ({ objection, acting, onDone }: AnswerProps) => {
  const t = useTexts('sales');
  const [at, setAt] = useState(0);
  const { answers, name } = objection;
  const answer = answers[at % Math.max(1, answers.length)];
  if (!answer) return null;
  const record = (hasHelped: boolean): void => {
    acting.act('POST /api/guided-sales/{id}/objections', { answerId: answer.id, hasHelped });
    onDone();
  };
  return (
    <>
      <strong>{name}</strong>
      <blockquote className={css.aloud}>{answer.words}</blockquote>
      {answer.nextStep === '' ? null : <p className={css.none}>{answer.nextStep}</p>}
      <div className={css.four}>
        <Action keys="KeyU" size="xs" variant="light" onClick={() => record(true)}>
          {t('objections.helped')}
        </Action>
        <Action keys="KeyI" size="xs" onClick={() => record(false)}>
          {t('objections.notHelped')}
        </Action>
      </div>
      {answers.length > 1 ? (
        <Action keys="KeyX" size="xs" variant="subtle" onClick={() => setAt(at + 1)}>
          {t('guided.otherAnswer')}
        </Action>
      ) : null}
    </>
  );
};
