import { Select, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { paymentStates } from '../../api/payment-kinds.ts';
import { useRead } from '../client.ts';
import css from './payments.module.css';

type Props = { typed: string; onType: (text: string) => void };

/** Narrows payments by number, state and source; the address holds the last two. */
export const PaymentFilters = ({ typed, onType }: Props) => {
  const t = useTexts('billing');
  const [params, setParams] = useSearchParams();
  const sources = useRead('GET /api/payments/sources').data?.sources ?? [];
  const put = (key: string, value: string | null): void => {
    const next = new URLSearchParams(params);
    if (value === null || value === '') next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  return (
    <div className={css.bar}>
      <TextInput
        aria-label={t('payments.search')}
        placeholder={t('payments.search')}
        leftSection={<Search size={14} />}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      <Segmented
        label={t('payments.state')}
        value={paymentStates.find((one) => one === params.get('state')) ?? 'all'}
        options={(['all', ...paymentStates] as const).map((value) => ({
          value,
          label: t(value === 'all' ? 'payments.all' : `payments.states.${value}`),
        }))}
        onChange={(value) => put('state', value === 'all' ? null : value)}
      />
      <Select
        aria-label={t('payments.source')}
        placeholder={t('payments.anySource')}
        data={sources.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={params.get('source')}
        onChange={(value) => put('source', value)}
        clearable
      />
    </div>
  );
};
