import '@mantine/core/styles/PasswordInput.layer.css';
import { Checkbox, Modal, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { madeSources, type SourceKind } from '../../api/kinds.ts';
import { useWrite, type PaymentSource } from '../client.ts';

type Values = {
  kind: SourceKind | null;
  name: string;
  login: string;
  password: string;
  addresses: string;
  leastMinor: number | undefined;
  mostMinor: number | undefined;
  isEnabled: boolean;
};
type Props = { source: PaymentSource | null; onClose: () => void };

/** Who signs in at a door of ours, and who is known by the address alone. */
const isCaller = (kind: SourceKind | null): boolean => kind === 'osmp' || kind === 'yookassa';

/** Those that are there by themselves nobody adds. */
const madeOf = (kind: SourceKind | null) => madeSources.find((one) => one === kind) ?? 'osmp';

const fieldsOf = (values: Values, currency: string) => {
  const { name, login, password, addresses, leastMinor, mostMinor, isEnabled } = values;
  const isLetIn = values.kind === 'osmp' && login.trim() !== '';
  return {
    name,
    login: isLetIn ? login : null,
    addresses: isCaller(values.kind) ? addresses.split(/[\s,;]+/).filter(Boolean) : [],
    leastMinor: leastMinor === undefined ? 1 : minorOf(leastMinor, currency),
    mostMinor: mostMinor === undefined ? null : minorOf(mostMinor, currency),
    isEnabled,
    ...(isLetIn && password !== '' ? { password } : {}),
  };
};

/** A source of payments, new or to be changed. Its kind stays what it is. */
export const EditSource = ({ source, onClose }: Props) => {
  const t = useTexts('billing');
  const ofOperator = useCurrency();
  const currency = source?.currency ?? ofOperator;
  const paths = ['/api/payment-sources', '/api/payments'];
  const add = useWrite('POST /api/payment-sources', paths);
  const change = useWrite('PUT /api/payment-sources/{id}', paths);
  const most = source?.mostMinor ?? null;
  const form = useForm<Values, unknown>({
    initial: {
      kind: source?.kind ?? 'osmp',
      name: source?.name ?? '',
      login: source?.login ?? '',
      password: '',
      addresses: source?.addresses.join('\n') ?? '',
      leastMinor: majorOf(source?.leastMinor ?? 100, currency),
      mostMinor: most === null ? undefined : majorOf(most, currency),
      isEnabled: source?.isEnabled ?? true,
    },
    save: (values) => {
      const fields = fieldsOf(values, currency);
      return source
        ? change.mutateAsync({ id: source.id, version: source.version, ...fields })
        : add.mutateAsync({ kind: madeOf(values.kind), ...fields });
    },
    onSaved: onClose,
  });
  const { kind } = form.values;
  return (
    <Modal opened onClose={onClose} title={source?.name ?? t('sources.add')} size={520}>
      <Form form={form} onCancel={onClose}>
        {source ? null : (
          <Select
            {...form.value('kind')}
            label={t('sources.kind')}
            data={madeSources.map((value) => ({ value, label: t(`choices.sourceKind.${value}`) }))}
            allowDeselect={false}
          />
        )}
        <TextInput {...form.text('name')} label={t('sources.name')} data-autofocus />
        {kind === 'osmp' ? (
          <FormRow>
            <TextInput {...form.text('login')} label={t('sources.login')} autoComplete="off" />
            <PasswordInput
              {...form.text('password')}
              label={t('sources.password')}
              autoComplete="new-password"
              {...(source?.login ? { placeholder: t('sources.passwordStays') } : {})}
            />
          </FormRow>
        ) : null}
        {isCaller(kind) ? (
          <Textarea
            {...form.text('addresses')}
            label={t('sources.addresses')}
            description={t('sources.addressesHint')}
            autosize
            minRows={2}
            maxRows={6}
          />
        ) : null}
        <FormRow>
          <NumberField {...form.value('leastMinor')} label={t('sources.least')} />
          <NumberField {...form.value('mostMinor')} label={t('sources.most')} />
        </FormRow>
        <Checkbox {...form.tick('isEnabled')} label={t('sources.isEnabled')} />
      </Form>
    </Modal>
  );
};
