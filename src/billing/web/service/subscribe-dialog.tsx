import { Modal, Select } from '@mantine/core';
import { usePromotions, useProducts } from '../../../catalog/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf, formatMoney } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite, type Service } from '../client.ts';
import { BundleEnds } from './bundle-ends.tsx';
import type { DialogProps } from './pause-dialog.tsx';

type Props = DialogProps & {
  replaces: Service['subscriptions'][number] | null;
  /** What is to be taken, where it was chosen before. */
  versionId?: number;
};

type Promotion = ReturnType<typeof usePromotions>[number];

type Values = {
  productVersionId: string | null;
  from: 'today' | 'next_month';
  promotionId: string | null;
};

/** Another tariff in place of one, or a further service. */
export const SubscribeDialog = ({ accountId, service, replaces, versionId, onClose }: Props) => {
  const t = useTexts('billing');
  const products = useProducts();
  const promotions = usePromotions();
  const subscribe = useWrite('POST /api/accounts/{id}/subscriptions', servicePaths);
  const form = useForm<Values, unknown>({
    initial: {
      productVersionId: versionId === undefined ? null : String(versionId),
      from: 'today',
      promotionId: null,
    },
    save: ({ productVersionId, from, promotionId }) =>
      subscribe.mutateAsync({
        id: accountId,
        productVersionId: Number(productVersionId),
        from,
        ...(replaces && { replacesId: replaces.id, isConfirmed: endsBundle(productVersionId) }),
        ...(promotionId !== null && { promotionId: Number(promotionId) }),
      }),
    onSaved: onClose,
  });
  const today = dayOf(serverNow());
  const offered = offeredOf(products, service, { isTariff: replaces !== null, versionId, today });
  const chosenAs = (id: string | null) => offered.find(({ version }) => String(version.id) === id);
  /** Of which the dialog tells. */
  const endsBundle = (id: string | null): boolean =>
    replaces?.bundle !== null && chosenAs(id)?.product.id !== replaces?.productId;
  const chosen = chosenAs(form.values.productVersionId);
  const given = promotions.filter(
    ({ productId, offeredFrom, offeredTo, isArchived }) =>
      !isArchived &&
      offeredFrom <= today &&
      (offeredTo === null || offeredTo >= today) &&
      (productId === null || productId === chosen?.product.id),
  );
  const title = t(replaces ? 'service.change' : 'service.add');
  return (
    <Modal opened onClose={onClose} title={title} size={460}>
      <Form form={form} onCancel={onClose} submitLabel={title}>
        <Select
          {...form.value('productVersionId')}
          label={t('service.product')}
          searchable
          data={offered.map(({ product, version }) => ({
            value: String(version.id),
            label: `${product.name} — ${formatMoney(version.monthlyFeeMinor, version.currency)}`,
          }))}
          data-autofocus
        />
        <Select
          {...form.value('from')}
          onChange={(value) => form.set('from', value === 'next_month' ? 'next_month' : 'today')}
          label={t('service.when')}
          allowDeselect={false}
          data={(['today', 'next_month'] as const).map((value) => ({
            value,
            label: t(`service.${value}`),
          }))}
        />
        <PromotionSelect given={given} field={form.value('promotionId')} />
        {replaces && chosen && endsBundle(form.values.productVersionId) ? (
          <BundleEnds bundle={replaces.bundle} currency={service.currency} />
        ) : null}
        {replaces && form.values.from === 'today' ? (
          <p className="dim">{t('service.changeText')}</p>
        ) : null}
      </Form>
    </Modal>
  );
};

type PromotionProps = {
  given: readonly Promotion[];
  field: { value: string | null; onChange: (value: string | null) => void };
};

const PromotionSelect = ({ given, field }: PromotionProps) => {
  const t = useTexts('billing');
  if (given.length === 0) return null;
  const data = given.map(({ id, name }) => ({ value: String(id), label: name }));
  return <Select {...field} label={t('service.promotion')} clearable data={data} />;
};

type Wanted = { isTariff: boolean; versionId: number | undefined; today: string };

/** The newest version of what is sold and not there yet, and what was chosen before. */
const offeredOf = (
  products: ReturnType<typeof useProducts>,
  { subscriptions }: Service,
  { isTariff, versionId, today }: Wanted,
) =>
  products.flatMap((product) => {
    const version = product.versions.find(({ validFrom }) => validFrom <= today);
    const isOther = subscriptions.every(({ productId }) => productId !== product.id);
    const fits = !isTariff || product.kind === 'tariff';
    const isOffered = isOther || version?.id === versionId;
    return version && fits && isOffered && !product.isArchived ? [{ product, version }] : [];
  });
