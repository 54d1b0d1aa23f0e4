import { Button } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { notifyProblem } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './channels.module.css';

type Props<T> = { test: () => Promise<T>; outcome: ComponentType<{ tried: T }> };

/** Tries what stands in the form, kept or not, and says what is wrong. */
export const TestButton = <T,>({ test, outcome: Outcome }: Props<T>) => {
  const t = useTexts('channels');
  const [isBusy, setBusy] = useState(false);
  const [tried, setTried] = useState<T | null>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setTried(null);
    try {
      setTried(await test());
    } catch (failure) {
      notifyProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.test}>
      <Button variant="default" loading={isBusy} onClick={() => void run()}>
        {t('channels.test')}
      </Button>
      <div role="status">{tried === null ? null : <Outcome tried={tried} />}</div>
    </div>
  );
};
