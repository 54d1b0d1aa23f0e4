import { useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { PrintAction } from './print-action.tsx';
import { Receipt } from './receipt.tsx';

/** A receipt to look at, and to print once more. */
export const Component = () => {
  const t = useTexts('billing');
  const id = Number(useParams()['id']);
  const { data, error } = useRead('GET /api/cash/operations/{id}', { id });
  return (
    <Page
      title={data ? t('cash.receipt', { receipt: data.receipt }) : t('cash.title')}
      backTo={data?.shift.isMine && data.shift.endedAt === null ? '/cash' : '/cash/shifts'}
      layout="padded"
      actions={<PrintAction isReady={data !== undefined} />}
    >
      {error ? <ErrorState failure={error} /> : null}
      {data ? <Receipt operation={data} /> : null}
    </Page>
  );
};
