import { useState } from 'react';
import { CreateAction } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { CostDialog } from './cost-dialog.tsx';
import { ImportCosts } from './import-costs.tsx';

/** The way to write down what a month has cost. */
export const WriteCost = ({ currency }: { currency: string }) => {
  const t = useTexts('sales');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ImportCosts />
      <CreateAction onClick={() => setOpen(true)}>{t('economics.write')}</CreateAction>
      {isOpen ? <CostDialog currency={currency} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
