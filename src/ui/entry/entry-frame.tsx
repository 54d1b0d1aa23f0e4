import type { ReactNode } from 'react';
import { Mark } from '../shell/mark.tsx';
import { LanguageSwitch, SchemeSwitch } from '../shell/switches.tsx';
import { useTabTitle } from '../show/title.ts';
import css from './entry.module.css';

type Props = {
  title: string;
  text?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  /** What it holds is read: in larger letters, the switches below it. */
  isPaper?: boolean;
};

/** What stands around everybody who is not signed in yet: a quiet shore, and one card on it. */
export const EntryFrame = ({ title, text, children, foot, isPaper = false }: Props) => {
  useTabTitle(title);
  const switches = (
    <div className={css.top}>
      <LanguageSwitch />
      <SchemeSwitch />
    </div>
  );
  return (
    <div className={`${css.page} ${isPaper ? css.paper : ''} scroll`}>
      <Shore />
      {isPaper ? null : <header className={css.wide}>{switches}</header>}
      <main className={css.card}>
        <Mark sizePx={44} />
        <h1 className={css.title}>{title}</h1>
        {text === undefined ? null : <p className={css.text}>{text}</p>}
        {children}
        {foot === undefined ? null : <div className={css.foot}>{foot}</div>}
      </main>
      {isPaper ? <footer>{switches}</footer> : null}
    </div>
  );
};

const waves = [
  'M0 60c120-36 240-36 360 0s240 36 360 0 240-36 360 0 240 36 360 0v160H0z',
  'M0 90c90 26 180 26 270 0s180-26 270 0 180 26 270 0 180-26 270 0 180 26 360 0v130H0z',
  'M0 128c160-30 320-30 480 0s320 30 480 0 320-30 480 0v92H0z',
];

const Shore = () => (
  <svg
    className={css.shore}
    viewBox="0 0 1440 220"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    {waves.map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);
