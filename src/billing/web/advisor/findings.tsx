import { useState } from 'react';
import type { Advisor } from '../client.ts';
import css from './advisor.module.css';
import { type Asked, Asking } from './asking.tsx';
import { Effect } from './effect.tsx';
import { FoundAccounts } from './found-accounts.tsx';
import { SumsTable } from './sums-table.tsx';

/** What the latest run found, of those who are asked about. */
export const Findings = ({ advisor }: { advisor: Advisor }) => {
  const [asked, setAsked] = useState<Asked>({ kind: 'overpays', fromMinor: 0, productId: null });
  return (
    <div className={css.column}>
      <Asking advisor={advisor} asked={asked} onAsk={setAsked} />
      <Effect advisor={advisor} asked={asked} />
      <SumsTable
        advisor={advisor}
        asked={asked}
        onProduct={(productId) => setAsked({ ...asked, productId })}
      />
      <FoundAccounts asked={asked} />
    </div>
  );
};
