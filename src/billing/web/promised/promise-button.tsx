import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { PromiseDialog } from './promise-dialog.tsx';

type Props = { accountId: number; size?: 'xs' | 'sm' };

/** Opens what payment an account may promise. */
export const PromiseButton = ({ accountId, size = 'xs' }: Props) => {
  const t = useTexts('billing');
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('billing.promise')) return null;
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {t('promises.title')}
      </Button>
      {isOpen ? <PromiseDialog accountId={accountId} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
