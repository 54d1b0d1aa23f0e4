import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { paymentStates } from '../../api/payment-kinds.ts';
import { Conflicts } from './conflicts.tsx';
import { Doubts } from './doubts.tsx';
import { FoundPayments } from './found-payments.tsx';
import { PageActions } from './page-actions.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import css from './payments.module.css';

/** Every payment as it came, and above them the numbers that came twice with different sums. */
export const Component = () => {
  const t = useTexts('billing');
  const [params] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const state = paymentStates.find((one) => one === params.get('state'));
  const sourceId = params.get('source');
  return (
    <Page title={t('payments.title')} layout="padded" actions={<PageActions state={state} />}>
      <div className={css.column}>
        <Conflicts />
        <Doubts />
        <PaymentFilters typed={typed} onType={setTyped} />
        <FoundPayments
          asked={{
            ...(q === '' ? {} : { q }),
            ...(state ? { state } : {}),
            ...(sourceId ? { sourceId } : {}),
          }}
        />
      </div>
    </Page>
  );
};
