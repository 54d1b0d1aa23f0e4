import { Select } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useRefresh } from '../../../ui/query.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { call, dealPaths } from '../client.ts';
import { useSalesWords } from '../use-sales-words.ts';
import { DealFields } from './deal-fields.tsx';
import { type DealValues, dealIn, inputOf } from './deal-values.ts';

type Values = DealValues & { pipelineId: string | null };

/** A new deal, in the first stage of its pipeline. */
export const Component = () => {
  const t = useTexts('sales');
  const currency = useCurrency();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [params] = useSearchParams();
  const { pipelines } = useSalesWords();
  const start: Values = {
    ...dealIn(params),
    pipelineId: params.get('pipeline'),
  };
  const form = useForm<Values, { id: number }>({
    initial: start,
    save: ({ pipelineId, ...values }) =>
      call('POST /api/deals', {
        ...inputOf(values, currency),
        name: values.name,
        ...(pipelineId === null ? {} : { pipelineId: Number(pipelineId) }),
      }),
    onSaved: ({ id }) => {
      void refresh(...dealPaths);
      void navigate(`/deals/${id}`, { replace: true });
    },
  });
  const pipeline = form.values.pipelineId ?? String(pipelines[0]?.id ?? '');
  return (
    <Page title={t('deals.new')} backTo="/deals" layout="narrow">
      <Form
        form={form}
        submitLabel={t('deals.create')}
        isFirstFocused
        onCancel={() => void navigate(-1)}
      >
        {pipelines.length > 1 ? (
          <Select
            {...form.value('pipelineId')}
            label={t('fields.pipelineId')}
            allowDeselect={false}
            value={pipeline}
            data={pipelines.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        ) : null}
        <DealFields form={form as never} />
      </Form>
    </Page>
  );
};
