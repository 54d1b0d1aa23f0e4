import { useNavigate, useParams } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useRefresh } from '../../../ui/query.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, type Deal, dealPaths, useRead } from '../client.ts';
import { DealFields } from './deal-fields.tsx';
import { changesOf, type DealValues, valuesOf } from './deal-values.ts';

const EditForm = ({ deal }: { deal: Deal }) => {
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { id, version, currency } = deal;
  const path = `/deals/${id}`;
  const initial = valuesOf(deal);
  const form = useForm<DealValues, unknown>({
    initial,
    save: (values) =>
      call('PATCH /api/deals/{id}', { id, version, ...changesOf(initial, values, currency) }),
    onSaved: () => {
      void refresh(...dealPaths);
      void navigate(path);
    },
  });
  return (
    <Form form={form} onCancel={() => void navigate(path)}>
      <DealFields form={form} />
    </Form>
  );
};

/** Edits what is known of a deal; its stage is changed on its page. */
export const Component = () => {
  const { id = '' } = useParams();
  const t = useTexts('sales');
  const read = useRead('GET /api/deals/{id}', { id: Number(id) }, { staleMs: 0 });
  return (
    <Page title={t('deals.title', { number: id })} backTo={`/deals/${id}`} layout="narrow">
      {read.isError ? <ErrorState failure={read.error} /> : null}
      {read.data ? <EditForm key={read.data.version} deal={read.data} /> : null}
    </Page>
  );
};
