import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../ui/call.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { verifyingApi } from '../../api/verifying.ts';
import { useWrite } from '../api.ts';
import { AnswerForm } from './answer-form.tsx';
import { useAnswers } from './use-answers.ts';
import css from './verify.module.css';

type Verification = OutputOf<typeof verifyingApi, 'GET /api/conversations/{id}/verification'>;
type Props = { id: number; verification: Verification };

/** The code word, a code that is sent, or a reason to do without. V goes there. */
export const VerifyForms = ({ id, verification }: Props) => {
  const t = useTexts('conversations');
  const may = useMay();
  const { codeWord, sentAt, triesLeft, mode } = verification;
  const isAsk = mode === 'ask';
  // Where nothing is hidden, these fields are here because they were asked for.
  const [isAsked, setAsked] = useState(isAsk);
  const [isLetThrough, setLetThrough] = useState(false);
  const { compareWord, compareCode, letThrough, wrong } = useAnswers(id);
  const isTried = triesLeft > 0 && !isLetThrough;
  useShortcut('KeyV', () => setAsked(true), { label: t('verify.title'), isEnabled: isTried });
  if (isLetThrough) {
    return (
      <AnswerForm
        label={t(isAsk ? 'verify.byHandReason' : 'verify.reason')}
        submit={t(isAsk ? 'verify.mark' : 'verify.letThrough')}
        isFocused
        onSubmit={letThrough}
      />
    );
  }
  return (
    <>
      {triesLeft === 0 ? <p>{t('verify.noTries')}</p> : null}
      {isTried && codeWord ? (
        <AnswerForm
          key={`word ${isAsked}`}
          label={t('verify.codeWord')}
          hint={codeWord.hint === '' ? undefined : t('verify.hint', { hint: codeWord.hint })}
          submit={t('verify.compare')}
          keys="KeyV"
          isFocused={isAsked}
          onSubmit={compareWord}
        />
      ) : null}
      {isTried && !codeWord ? <p className="dim">{t('verify.noCodeWord')}</p> : null}
      {isTried && sentAt ? (
        <AnswerForm
          key={`code ${sentAt}`}
          label={t('verify.code')}
          submit={t('verify.compare')}
          isFocused
          onSubmit={compareCode}
        />
      ) : null}
      {wrong === null ? null : <p role="alert">{t('verify.wrong', { left: wrong })}</p>}
      <div className={css.ways}>
        {isTried ? <Ways id={id} ways={verification.ways} /> : null}
        {may('conversations.let_through') ? (
          <Button size="xs" variant="subtle" color="gray" onClick={() => setLetThrough(true)}>
            {t(isAsk ? 'verify.byHand' : 'verify.without')}
          </Button>
        ) : null}
      </div>
    </>
  );
};

/** Where a code can be sent now. */
const Ways = ({ id, ways }: { id: number } & Pick<Verification, 'ways'>) => {
  const t = useTexts('conversations');
  const send = useWrite('POST /api/conversations/{id}/verification/codes');
  const sendBy = (way: string): void =>
    send.mutate(
      { id, way },
      { onSuccess: () => notifyDone(t('verify.sent')), onError: notifyProblem },
    );
  return ways.map(({ key, kind, shown }) => (
    <Button
      key={key}
      size="xs"
      variant="default"
      loading={send.isPending}
      onClick={() => sendBy(key)}
    >
      {t('verify.send', { to: [t(`channels.${kind}`), shown].filter(Boolean).join(' ') })}
    </Button>
  ));
};
