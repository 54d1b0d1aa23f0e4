import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Check, TriangleAlert } from 'lucide-react';
import { asProblem, problemText } from './problem-text.ts';
import { randomId } from './random-id.ts';
import { textIn } from './texts.ts';

const briefMs = 4_000;
const undoMs = 10_000;

/** A short word that something is done. */
export const notifyDone = (text: string): void => {
  notifications.show({
    message: text,
    icon: <Check size={14} />,
    color: 'teal',
    autoClose: briefMs,
    withBorder: true,
  });
};

/** What went wrong, in calm words; stays until it is closed. */
export const notifyProblem = (failure: unknown): void => {
  notifications.show({
    id: problemText(failure),
    message: problemText(failure),
    icon: <TriangleAlert size={14} />,
    color: 'red',
    autoClose: false,
    withBorder: true,
    role: 'alert',
  });
};

/**
 * Does what the server may refuse until it is confirmed; then its words are shown with a button to
 * do it all the same.
 * @param code of that refusal
 */
export const doOrConfirm = (
  code: string,
  run: (isConfirmed: boolean) => Promise<unknown>,
): Promise<void> =>
  run(false).then(
    () => undefined,
    (failure: unknown) => {
      if (asProblem(failure).code === code) askAgain(problemText(failure), () => run(true));
      else notifyProblem(failure);
    },
  );

const askAgain = (text: string, run: () => Promise<unknown>): void => {
  const id = text;
  const goOn = (): void => {
    notifications.hide(id);
    run().catch(notifyProblem);
  };
  notifications.show({
    id,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <span style={{ flex: 1 }}>{text}</span>
        <Button size="xs" onClick={goOn}>
          {textIn('ui')('allTheSame')}
        </Button>
      </span>
    ),
    icon: <TriangleAlert size={14} />,
    color: 'yellow',
    autoClose: false,
    withBorder: true,
    role: 'alert',
  });
};

type Undo = { text: string; undo: () => Promise<unknown> };

/** Says what was done and offers for ten seconds to take it back. */
export const undoToast = ({ text, undo }: Undo): void => {
  const t = textIn('ui');
  const id = randomId();
  const takeBack = (): void => {
    notifications.hide(id);
    undo().then(() => notifyDone(t('undo.done')), notifyProblem);
  };
  notifications.show({
    id,
    message: (
      <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <span style={{ flex: 1 }}>{text}</span>
        <Button size="xs" onClick={takeBack}>
          {t('undo.action')}
        </Button>
      </span>
    ),
    icon: <Check size={14} />,
    color: 'teal',
    autoClose: undoMs,
    withBorder: true,
  });
};
