import { TextInput } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { Form } from '../../../ui/form/form.tsx';
import { PhoneInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { FormBuilding } from '../building-field.tsx';
import { placeIn } from '../checked-place.ts';
import { useWrite } from '../client.ts';

/** Who it is and where they live, of somebody who has just come in: then the script begins. */
export const Component = () => {
  const t = useTexts('sales');
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const start = useWrite('POST /api/guided-sales', ['/api/guided-sales', '/api/deals']);
  const form = useForm({
    initial: { name: '', phone: '', ...placeIn(params) },
    save: (values) => start.mutateAsync(values),
    onSaved: ({ id }) => void navigate(`/guided-sales/${id}`, { replace: true }),
  });
  return (
    <Page title={t('guided.start')} backTo="/deals/list" layout="narrow">
      <Form form={form} submitLabel={t('guided.begin')} isGuarded={false} isFirstFocused>
        <TextInput {...form.text('name')} label={t('fields.name')} required />
        <PhoneInput {...form.text('phone')} label={t('fields.phone')} />
        <FormBuilding form={form} />
        <TextInput {...form.text('flat')} label={t('fields.flat')} autoComplete="off" />
      </Form>
    </Page>
  );
};
