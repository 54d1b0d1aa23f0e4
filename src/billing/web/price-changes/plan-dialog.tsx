import { Modal, Select, Textarea } from '@mantine/core';
import type { Product } from '../../../catalog/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf, formatDay, formatMoney } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import { EffectView } from './effect-view.tsx';

type Values = { fromVersionId: string; toVersionId: string; fromOn: string; words: string };
type Props = { product: Product; noticeDays: number; onClose: () => void };

const DAY_MS = 86_400_000;

/** Plans a change of price, with what it would do in sight. */
export const PlanDialog = ({ product, noticeDays, onClose }: Props) => {
  const t = useTexts('billing');
  const plan = useWrite('POST /api/price-changes');
  const [newest, ...earlier] = product.versions;
  const held = earlier.find((version) => version.held > 0) ?? earlier[0];
  const form = useForm<Values, unknown>({
    initial: {
      fromVersionId: String(held?.id ?? ''),
      toVersionId: String(newest?.id ?? ''),
      fromOn: dayOf(serverNow() + (noticeDays + 1) * DAY_MS),
      words: t('priceChanges.words'),
    },
    save: ({ fromVersionId, toVersionId, ...rest }) =>
      plan.mutateAsync({
        ...rest,
        fromVersionId: Number(fromVersionId),
        toVersionId: Number(toVersionId),
      }),
    onSaved: onClose,
  });
  const { fromVersionId, toVersionId, fromOn } = form.values;
  const isWhole = fromVersionId !== toVersionId && fromOn !== '';
  return (
    <Modal opened onClose={onClose} title={t('priceChanges.plan')} size={680}>
      <Form form={form} onCancel={onClose} submitLabel={t('priceChanges.plan')}>
        <VersionFields form={form} product={product} />
        <DayInput
          {...form.value('fromOn')}
          label={t('priceChanges.fromOn')}
          description={t('priceChanges.fromOnHint', { days: noticeDays })}
        />
        <Textarea
          {...form.text('words')}
          label={t('priceChanges.wordsLabel')}
          description={t('priceChanges.wordsHint')}
          autosize
          maxRows={6}
        />
        {isWhole ? (
          <EffectView
            wanted={{
              fromVersionId: Number(fromVersionId),
              toVersionId: Number(toVersionId),
              fromOn,
            }}
          />
        ) : null}
      </Form>
    </Modal>
  );
};

type Fields = { form: ReturnType<typeof useForm<Values, unknown>>; product: Product };

const VersionFields = ({ form, product }: Fields) => {
  const t = useTexts('billing');
  const versions = product.versions.map((one) => ({
    value: String(one.id),
    label: t('priceChanges.version', {
      number: one.version,
      fee: formatMoney(one.monthlyFeeMinor, one.currency),
      on: formatDay(one.validFrom),
    }),
  }));
  return (
    <FormRow>
      {(['from', 'to'] as const).map((side) => (
        <Select
          key={side}
          {...form.value(`${side}VersionId`)}
          onChange={(value) => form.set(`${side}VersionId`, value ?? '')}
          label={t(`priceChanges.${side}`)}
          allowDeselect={false}
          data={versions}
        />
      ))}
    </FormRow>
  );
};
