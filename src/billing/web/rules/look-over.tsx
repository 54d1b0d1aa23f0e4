import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import css from './rules.module.css';

type Touched = { accountId: number; account: string; text: string; sign: ReactNode };
type Props = {
  look: () => Promise<unknown>;
  isLooking: boolean;
  /** Of the button. */
  words: string;
  /** Null until somebody has looked; `hint` stands there then. */
  seen: { count: string; says: string; sample: readonly Touched[] } | null;
  hint?: string;
};

/** Whom a rule would touch, counted when somebody asks: how many, and some of them. */
export const LookOver = ({ look, isLooking, words, seen, hint }: Props) => (
  <div className={`${css.part} ${css.preview}`}>
    <Button loading={isLooking} onClick={() => void look().catch(notifyProblem)}>
      {words}
    </Button>
    {seen ? (
      <p>
        <b>{seen.count}</b> {seen.says}
      </p>
    ) : null}
    {!seen && hint !== undefined ? <p className="dim">{hint}</p> : null}
    {seen && seen.sample.length > 0 ? (
      <div className={css.past}>
        <PickList>
          {seen.sample.map(({ accountId, account, text, sign }) => (
            <PickRow
              key={accountId}
              title={<Link to={`/accounts/${accountId}`}>{account}</Link>}
              text={text}
            >
              {sign}
            </PickRow>
          ))}
        </PickList>
      </div>
    ) : null}
  </div>
);
