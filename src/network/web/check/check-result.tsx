import { useState } from 'react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { checkPaths, useRead } from '../client.ts';
import type { Chosen } from './address-field.tsx';
import { CheckHead } from './check-head.tsx';
import css from './check.module.css';
import { Lines } from './lines.tsx';
import { Offers } from './offers.tsx';
import { Tariffs } from './tariffs.tsx';
import { Warnings } from './warnings.tsx';

/** What can be had at an address, and everything that the agent has to know before promising it. */
export const CheckResult = ({ chosen }: { chosen: Chosen }) => {
  const t = useTexts('network');
  const [metres, setMetres] = useState<number>();
  const { buildingId, text, flat } = chosen;
  const read = useRead(
    'GET /api/address-check',
    {
      text,
      flat,
      ...(buildingId === null ? {} : { buildingId }),
      ...(metres === undefined ? {} : { metres: Math.round(metres) }),
    },
    { isKept: true },
  );
  useLiveRefresh(['network.*'], checkPaths);
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  const checked = read.data;
  if (!checked) return null;
  return (
    <div className={css.result}>
      <CheckHead checked={checked} />
      <Warnings checked={checked} />
      {checked.buildingId === null ? (
        <p className="dim">{t('check.unknownText')}</p>
      ) : (
        <>
          <Lines checked={checked} metres={metres} onMetres={setMetres} />
          <Tariffs tariffs={checked.tariffs} />
          <Offers buildingId={checked.buildingId} offers={checked.offers} />
        </>
      )}
    </div>
  );
};
