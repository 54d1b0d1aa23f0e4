import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import css from './order.module.css';

type Props = { title: string; isDone: boolean; actions?: ReactNode; children?: ReactNode };

/** A step of a connection: whether it is done, what is known of it, what can be done. */
export const OrderStep = ({ title, isDone, actions, children }: Props) => {
  const t = useTexts('sales');
  const Mark = isDone ? CircleCheck : Circle;
  return (
    <li className={css.step}>
      <Mark
        size={16}
        className={isDone ? css.done : css.open}
        role="img"
        aria-label={t(isDone ? 'order.done' : 'order.open')}
      />
      <div className={css.body}>
        <div className={css.row}>
          <b>{title}</b>
          <span className={css.end} />
          {actions}
        </div>
        {children}
      </div>
    </li>
  );
};
