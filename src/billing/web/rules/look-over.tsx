import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import css from './rules.module.css';

type Touched = { accountId: number; account: string; text: string; sign: ReactNode };
type Seen = { count: string; says: string; sample: readonly Touched[] };
type Props = {
  look: () => Promise<unknown>;
  isLooking: boolean;
  /** Of the button. */
  words: string;
  /** Null until somebody has looked; `hint` stands there then. */
  seen: Seen | null;
  hint?: string;
};

/** Whom a rule would touch, counted when somebody asks: how many, and some of them. */
export const LookOver = ({ look, isLooking, words, seen, hint }: Props) => (
  <div className={`${css.part} ${css.preview}`}>
    <Button loading={isLooking} onClick={() => void look().catch(notifyProblem)}>
      {words}
    </Button>
    {seen ? <Found {...seen} /> : null}
    {!seen && hint !== undefined ? <p className="dim">{hint}</p> : null}
  </div>
);

/** Comes into sight by itself: the button may stand at the screen's end. */
const Found = ({ count, says, sample }: Seen) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={box} className={`${css.part} ${css.found}`}>
      <p>
        <b>{count}</b> {says}
      </p>
      {sample.length > 0 ? (
        <div className={css.past}>
          <PickList>
            {sample.map(({ accountId, account, text, sign }) => (
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
};
