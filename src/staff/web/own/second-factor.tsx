import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useRefresh } from '../../../ui/query.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import css from '../settings/rows.module.css';
import { DisableSecondFactor, NewRecoveryCodes } from './change-second-factor.tsx';
import { EnableSecondFactor } from './enable-second-factor.tsx';

type Open = 'enable' | 'disable' | 'codes' | null;

/** The second step of signing in: on or off, and what can be done about it. */
export const SecondFactor = ({ isOn }: { isOn: boolean }) => {
  const t = useTexts('staff');
  const refresh = useRefresh();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
    void refresh('/api/me');
  };
  return (
    <div className={css.stack}>
      <div>
        <Badge tone={isOn ? 'teal' : 'gray'}>{t(isOn ? 'second.on' : 'second.off')}</Badge>
      </div>
      <p className="dim">{t('second.text')}</p>
      <Group gap="sm">
        {isOn ? (
          <>
            <Button onClick={() => setOpen('codes')}>{t('second.newCodes')}</Button>
            <Button variant="subtle" color="red" onClick={() => setOpen('disable')}>
              {t('second.disable')}
            </Button>
          </>
        ) : (
          <Button variant="filled" onClick={() => setOpen('enable')}>
            {t('second.enable')}
          </Button>
        )}
      </Group>
      {open === 'enable' ? <EnableSecondFactor onClose={close} /> : null}
      {open === 'disable' ? <DisableSecondFactor onClose={close} /> : null}
      {open === 'codes' ? <NewRecoveryCodes onClose={close} /> : null}
    </div>
  );
};
