import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatNumber } from '../format.ts';
import css from './tabs.module.css';

export type Tab = { id: string; label: string; count?: number; content: ReactNode };

type Props = {
  label: string;
  tabs: readonly Tab[];
  /** Which one is open, where the page itself keeps that, as in its address. */
  open?: string;
  onOpen?: (id: string) => void;
};

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Parts of a card or a page of which one is seen; arrows walk along them. */
export const Tabs = ({ label, tabs, open, onOpen }: Props) => {
  const id = useId();
  const [own, setOwn] = useState(tabs[0]?.id);
  const current = tabs.find((tab) => tab.id === (open ?? own)) ?? tabs[0];
  const show = (tab: Tab | undefined): void => {
    if (!tab) return;
    setOwn(tab.id);
    onOpen?.(tab.id);
    document.getElementById(`${id}-${tab.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.code];
    if (step === undefined || !current) return;
    event.preventDefault();
    show(tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length]);
  };
  return (
    <>
      <div
        className={css.tabs}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
        tabIndex={-1}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            className={css.tab}
            role="tab"
            aria-selected={tab === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => show(tab)}
          >
            {tab.label}
            {tab.count === undefined ? null : (
              <span className={css.count}>{formatNumber(tab.count)}</span>
            )}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current?.id ?? ''}`}>
        {current?.content}
      </div>
    </>
  );
};
