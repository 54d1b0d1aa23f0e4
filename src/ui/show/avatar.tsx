import { UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { toneStyle, type Tone } from './badge.tsx';
import { initialsOf, placeOf } from './initials.ts';
import css from './avatar.module.css';

const tones: Tone[] = ['blue', 'green', 'violet', 'amber', 'rose', 'teal', 'red', 'gold'];

type Props = {
  name: string;
  sizePx?: number;
  /** A small sign at the corner, such as the channel's icon. */
  mark?: ReactNode;
};

/** Initials on a soft colour that stays with the name beside it; a figure where there is none. */
export const Avatar = ({ name, sizePx = 32, mark }: Props) => {
  const initials = initialsOf(name);
  const tone = initials === '' ? 'gray' : (tones[placeOf(name, tones.length)] ?? 'gray');
  return (
    <span
      className={css.avatar}
      aria-hidden="true"
      style={{
        ...toneStyle(tone),
        width: sizePx,
        height: sizePx,
        fontSize: Math.round(sizePx * 0.37),
      }}
    >
      {initials === '' ? <UserRound size={Math.round(sizePx / 2)} strokeWidth={1.7} /> : initials}
      {mark === undefined ? null : <span className={css.mark}>{mark}</span>}
    </span>
  );
};
