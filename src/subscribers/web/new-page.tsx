import { useNavigate } from 'react-router';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import { Page } from '../../ui/show/page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { call } from './client.ts';
import { belongingsOf, type Belongings, fieldsAsTyped } from './form/belongings.ts';
import { NewcomerFields } from './form/newcomer-fields.tsx';
import { LikelyBox } from './form/likely-box.tsx';
import {
  emptyRecord,
  IdentityFields,
  recordInput,
  type RecordValues,
  StateFields,
} from './record-form.tsx';

type Values = RecordValues & Belongings;

const empty: Values = {
  ...emptyRecord,
  phone: '',
  otherPhone: '',
  email: '',
  address: '',
  passport: '',
};

/** Adds a subscriber with what is usually known at once; the rest is added on the card. */
export const Component = () => {
  const t = useTexts('subscribers');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const form = useForm<Values, { id: number; rawAddresses: string[] }>({
    initial: empty,
    save: async (values) => {
      const belongings = belongingsOf(values);
      try {
        return await call('POST /api/subscribers', { ...recordInput(values), ...belongings });
      } catch (failure) {
        throw fieldsAsTyped(failure, values);
      }
    },
    onSaved: ({ id, rawAddresses }) => {
      void refresh('/api/subscribers');
      if (rawAddresses.length > 0) notifyDone(t('new.rawAddress'));
      void navigate(`/subscribers/${id}`);
    },
  });
  return (
    <Page title={t('new.title')} backTo="/subscribers" layout="narrow">
      <Form
        form={form}
        submitLabel={t('new.save')}
        onCancel={() => void navigate('/subscribers')}
        isFirstFocused
      >
        <LikelyBox values={form.values} />
        <IdentityFields form={form as never} />
        <NewcomerFields form={form} />
        <StateFields form={form as never} />
      </Form>
    </Page>
  );
};
