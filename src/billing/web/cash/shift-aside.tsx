import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../../../ui/format.ts';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { CashShift } from '../client.ts';
import css from './cash.module.css';
import { EndShift } from './end-shift.tsx';
import { MoveCash } from './move-cash.tsx';
import { Operations } from './operations.tsx';

/** How the shift stands: its cash, what may be done with it, what was done. */
export const ShiftAside = ({ shift }: { shift: CashShift }) => {
  const t = useTexts('billing');
  const [open, setOpen] = useState<'in' | 'out' | 'end' | null>(null);
  const { id, openedAt, expectedMinor, desk } = shift;
  const close = (): void => setOpen(null);
  return (
    <aside className={`${css.aside} scroll`} aria-label={t('cash.shift', { number: shift.number })}>
      <div className={css.money}>
        <dl>
          <dt className="dim">{t('cash.now')}</dt>
          <dd>
            <Money amountMinor={expectedMinor} currency={desk.currency} />
          </dd>
        </dl>
        <div className="dim">{t('cash.openedAt', { at: formatInstant(openedAt) })}</div>
        <div className={css.buttons}>
          <Button size="compact-sm" onClick={() => setOpen('in')}>
            {t('cash.in')}
          </Button>
          <Button size="compact-sm" onClick={() => setOpen('out')}>
            {t('cash.out')}
          </Button>
          <Button
            size="compact-sm"
            renderRoot={(root) => <Link {...root} to={`/cash/shifts/${id}`} />}
          >
            {t('cash.report.x')}
          </Button>
          <Button size="compact-sm" onClick={() => setOpen('end')}>
            {t('cash.end')}
          </Button>
        </div>
      </div>
      <Operations shiftId={id} canReturn />
      {open === 'in' || open === 'out' ? (
        <MoveCash kind={open} currency={desk.currency} onClose={close} />
      ) : null}
      {open === 'end' ? <EndShift shift={shift} onClose={close} /> : null}
    </aside>
  );
};
