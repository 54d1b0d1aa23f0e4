import { useState } from 'react';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Cabinet } from '../client.ts';
import css from './cabinet.module.css';
import { Money } from './money.tsx';
import { Pay } from './pay.tsx';
import { Sell } from './sell.tsx';
import { TakeBack } from './take-back.tsx';

const parts = { sell: Sell, pay: Pay, takeBack: TakeBack, money: Money } as const;
type Part = keyof typeof parts;

/** One of four things at a time, as a phone has room for one. */
export const CabinetWork = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const [part, setPart] = useState<Part>('sell');
  const Piece = parts[part];
  return (
    <>
      <div className={css.parts}>
        <Segmented
          label={t('cabinet.title')}
          value={part}
          options={(Object.keys(parts) as Part[]).map((value) => ({
            value,
            label: t(`cabinet.${value}`),
          }))}
          onChange={setPart}
        />
      </div>
      <div className={css.work}>
        <Piece cabinet={cabinet} />
      </div>
    </>
  );
};
