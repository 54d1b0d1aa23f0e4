import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Payer } from '../client.ts';
import css from './cash.module.css';
import { PayerList, payerId } from './payer-list.tsx';
import { usePayers } from './use-payers.ts';

type Props = {
  currency: string;
  isFocused: boolean;
  onPick: (payer: Payer) => void;
  /** What stands there while nobody is looked for. */
  children: ReactNode;
};

/** Looks for who pays: arrows go through those found, Enter takes the one that is marked. */
export const FindPayer = ({ currency, isFocused, onPick, children }: Props) => {
  const t = useTexts('billing');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { typed, type, payers, markedAt, mark, isFound, find } = usePayers();
  useEffect(() => {
    // The window waits for the next in the queue: the first key is theirs, also after a print.
    if (!isFocused) return undefined;
    const focus = (): void => field.current?.focus();
    focus();
    window.addEventListener('afterprint', focus);
    return () => window.removeEventListener('afterprint', focus);
  }, [isFocused]);
  const choose = async (): Promise<void> => {
    const one = await find();
    if (one) onPick(one);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const isEnter = event.code === 'Enter' || event.code === 'NumpadEnter';
    if (step === undefined && !isEnter) return;
    event.preventDefault();
    if (step !== undefined) mark(markedAt + step);
    else void choose().catch(notifyProblem);
  };
  return (
    <>
      <TextInput
        ref={field}
        className={css.find ?? ''}
        role="combobox"
        aria-expanded={payers.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        {...(payers[markedAt] ? { 'aria-activedescendant': payerId(id, markedAt) } : {})}
        aria-label={t('cash.search')}
        placeholder={t('cash.search')}
        leftSection={<Search size={20} />}
        leftSectionWidth={44}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
      />
      {typed.trim() === '' ? children : null}
      {isFound && payers.length === 0 ? (
        <EmptyState icon={Search} title={t('cash.notFound')} text={t('cash.notFoundText')} />
      ) : null}
      <PayerList
        id={id}
        payers={payers}
        currency={currency}
        markedAt={markedAt}
        onMark={mark}
        onPick={onPick}
      />
    </>
  );
};
