import { Button } from '@mantine/core';
import { CloudOff, Inbox, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { asProblem, problemText } from '../problem-text.ts';
import { useTexts } from '../texts.ts';
import type { Icon } from '../web.ts';
import css from './state.module.css';

type EmptyProps = {
  icon?: Icon;
  title: string;
  /** What will stand here and how to get it there: an empty place teaches. */
  text?: string;
  /** Buttons that do the first step. */
  children?: ReactNode;
};

export const EmptyState = ({ icon: Picture = Inbox, title, text, children }: EmptyProps) => (
  <div className={css.state}>
    <span className={css.icon}>
      <Picture size={22} strokeWidth={1.6} />
    </span>
    <h2>{title}</h2>
    {text === undefined ? null : <p className={css.text}>{text}</p>}
    {children === undefined ? null : <div className={css.actions}>{children}</div>}
  </div>
);

type ErrorProps = {
  failure: unknown;
  onRetry?: () => void;
  /** Other ways out, as buttons. */
  children?: ReactNode;
};

/** Something could not be loaded: says so calmly and offers to try again. */
export const ErrorState = (props: ErrorProps) => {
  const t = useTexts();
  const isOffline = asProblem(props.failure).isOffline;
  const Picture = isOffline ? WifiOff : CloudOff;
  return (
    <div className={`${css.state} ${css.failed}`} role="alert">
      <span className={css.icon}>
        <Picture size={22} strokeWidth={1.6} />
      </span>
      <h2>{t(isOffline ? 'state.offlineTitle' : 'state.errorTitle')}</h2>
      <p className={css.text}>{isOffline ? t('state.offlineText') : problemText(props.failure)}</p>
      <div className={css.actions}>
        {props.onRetry ? <Button onClick={props.onRetry}>{t('state.retry')}</Button> : null}
        {props.children}
      </div>
    </div>
  );
};
