import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import type { paymentStates } from '../../api/payment-kinds.ts';
import { LoadStatement } from './load-statement.tsx';

/** The same payments with all their fields, from where they are taken as a file; a statement. */
export const PageActions = ({ state }: { state: (typeof paymentStates)[number] | undefined }) => {
  const t = useTexts('billing');
  const filter = { field: 'paymentState', op: 'is', value: state };
  const search = state ? `?${new URLSearchParams({ filter: JSON.stringify(filter) })}` : '';
  return (
    <>
      <Button
        variant="subtle"
        renderRoot={(root) => <Link {...root} to={`/payments/table${search}`} />}
      >
        {t('payments.toTable')}
      </Button>
      <LoadStatement />
    </>
  );
};
