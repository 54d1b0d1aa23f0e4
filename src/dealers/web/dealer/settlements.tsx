import { Button } from '@mantine/core';
import { useState } from 'react';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { usePeriod } from '../../../ui/form/use-period.ts';
import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead, type Dealer } from '../client.ts';
import { CountedTable } from '../counted.tsx';
import { CloseSettlement } from './close-settlement.tsx';
import { ClosedSettlements } from './closed-settlements.tsx';

/** What a dealer's days come to, and the settlements that were closed. */
export const Settlements = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const [period, setPeriod] = usePeriod(30);
  const [isClosing, setClosing] = useState(false);
  const { id, currency, settlements } = dealer;
  const { data } = useRead(
    'GET /api/dealers/{id}/settlement',
    { id, fromOn: period.from, toOn: period.to },
    { isKept: true },
  );
  const close = (
    <Button size="xs" variant="subtle" onClick={() => setClosing(true)}>
      {t('settlement.close')}
    </Button>
  );
  return (
    <Box>
      <CardSection title={t('settlement.title')} actions={may('dealers.manage') ? close : null}>
        <PeriodChoice period={period} onChange={setPeriod} />
        {data ? <CountedTable counted={data} currency={currency} /> : null}
      </CardSection>
      {settlements.length === 0 ? null : <ClosedSettlements dealer={dealer} />}
      {isClosing ? <CloseSettlement id={id} onClose={() => setClosing(false)} /> : null}
    </Box>
  );
};
