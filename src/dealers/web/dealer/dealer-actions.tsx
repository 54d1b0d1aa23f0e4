import { Banknote, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Dealer } from '../client.ts';
import { ContractForm } from './contract-form.tsx';
import { PayIn } from './pay-in.tsx';

/** What may be done with a dealer: its payment taken, its contract changed. */
export const DealerActions = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const [open, setOpen] = useState<'contract' | 'payment' | null>(null);
  const close = () => setOpen(null);
  if (!may('dealers.manage')) return null;
  return (
    <>
      <Action leftSection={<Banknote size={14} />} onClick={() => setOpen('payment')}>
        {t('payIn.action')}
      </Action>
      <Action keys="KeyE" leftSection={<Pencil size={14} />} onClick={() => setOpen('contract')}>
        {t('contract.edit')}
      </Action>
      {open === 'contract' ? <ContractForm dealer={dealer} onClose={close} /> : null}
      {open === 'payment' ? <PayIn dealer={dealer} onClose={close} /> : null}
    </>
  );
};
