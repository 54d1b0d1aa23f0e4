import { Checkbox, Modal, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf, signOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { offerKinds } from '../../offers/kinds.ts';
import { type Offer, useRead, useWrite } from '../client.ts';

type Values = Pick<Offer, 'name' | 'kind' | 'words' | 'isArchived'> & {
  groupIds: string[];
  value: number | undefined;
  months: number | undefined;
  saveRate: number | undefined;
  takeUp: number | undefined;
  cooldownDays: number | undefined;
  budget: number | undefined;
  harm: number | undefined;
  contact: number | undefined;
  leastMonthly: number | undefined;
  leastTenureMonths: number | undefined;
};
type FormOfOffer = ReturnType<typeof useForm<Values, unknown>>;
type Props = { offer: Offer | undefined; onClose: () => void };

const paths = ['/api/retention-offers'];
const inPercent = (share: number): number => Math.round(share * 100);
const asShare = (percent = 0): number => percent / 100;

const isMoney = (kind: Offer['kind']): boolean => kind === 'bonus' || kind === 'apology';

const valueLabelOf = (kind: Offer['kind']): string =>
  kind === 'discount' ? 'offers.percent' : kind === 'bonus' ? 'offers.sumMonthly' : 'offers.sum';

/** As the server takes them. */
const fieldsOf = (values: Values, currency: string) => {
  const { name, kind, words, value = 0, months = 0, cooldownDays = 0, budget } = values;
  const { contact = 0, leastMonthly = 0, leastTenureMonths = 0 } = values;
  return {
    name,
    kind,
    words,
    value: isMoney(kind) ? minorOf(value, currency) : value,
    months,
    cooldownDays,
    groupIds: values.groupIds.map(Number),
    saveRate: asShare(values.saveRate),
    takeUp: asShare(values.takeUp),
    harm: asShare(values.harm),
    contactMinor: minorOf(contact, currency),
    leastMonthlyMinor: minorOf(leastMonthly, currency),
    leastTenureMonths,
    budgetMinor: budget === undefined ? null : minorOf(budget, currency),
  };
};

/** What is offered, to whom, at what cost, and what is expected of it. */
export const OfferDialog = ({ offer, onClose }: Props) => {
  const t = useTexts('retention');
  const currency = useCurrency();
  const money = (minor: number): number => majorOf(minor, currency);
  const { data } = useRead('GET /api/leaving-reasons');
  const add = useWrite('POST /api/retention-offers', paths);
  const change = useWrite('PUT /api/retention-offers/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: offer?.name ?? '',
      kind: offer?.kind ?? 'discount',
      words: offer?.words ?? '',
      isArchived: offer?.isArchived ?? false,
      groupIds: offer?.groupIds.map(String) ?? [],
      value: offer && isMoney(offer.kind) ? money(offer.value) : (offer?.value ?? 0),
      months: offer?.months ?? 0,
      saveRate: inPercent(offer?.saveRate ?? 0.3),
      takeUp: inPercent(offer?.takeUp ?? 0.7),
      cooldownDays: offer?.cooldownDays ?? 180,
      budget: typeof offer?.budgetMinor === 'number' ? money(offer.budgetMinor) : undefined,
      harm: inPercent(offer?.harm ?? 0),
      contact: money(offer?.contactMinor ?? 0),
      leastMonthly: money(offer?.leastMonthlyMinor ?? 0),
      leastTenureMonths: offer?.leastTenureMonths ?? 0,
    },
    save: (values) => {
      const fields = fieldsOf(values, currency);
      return offer
        ? change.mutateAsync({
            ...fields,
            isArchived: values.isArchived,
            id: offer.id,
            version: offer.version,
          })
        : add.mutateAsync(fields);
    },
    onSaved: onClose,
  });
  const groups = (data?.reasons ?? []).filter((one) => one.parentId === null && one.takesOffers);
  return (
    <Modal opened onClose={onClose} title={offer?.name ?? t('offers.add')} size={560}>
      <Form form={form} onCancel={onClose} isGuarded={false} isLong>
        <TextInput {...form.text('name')} label={t('settings.name')} required data-autofocus />
        <Select
          {...form.value('kind')}
          label={t('offers.kind')}
          allowDeselect={false}
          data={offerKinds.map((value) => ({ value, label: t(`offers.kinds.${value}`) }))}
          onChange={(value) => form.set('kind', value as Offer['kind'])}
        />
        <Textarea {...form.text('words')} label={t('offers.words')} autosize minRows={2} />
        <FormRow>
          <NumberField {...form.value('value')} label={t(valueLabelOf(form.values.kind))} />
          <NumberField {...form.value('months')} label={t('offers.months')} />
        </FormRow>
        <MultiSelect
          {...form.value('groupIds')}
          label={t('offers.groups')}
          description={t('offers.groupsHint')}
          data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <OfferNumbers form={form} />
        {offer ? <Checkbox {...form.tick('isArchived')} label={t('settings.archive')} /> : null}
      </Form>
    </Modal>
  );
};

/** What is expected of it, what it costs, and whom it is not for. */
const OfferNumbers = ({ form }: { form: FormOfOffer }) => {
  const t = useTexts('retention');
  const sign = signOf(useCurrency());
  const inMoney = (key: 'budget' | 'contact' | 'leastMonthly'): string =>
    `${t(`offers.${key}`)}, ${sign}`;
  return (
    <>
      <FormRow>
        <NumberField {...form.value('saveRate')} label={t('offers.saveRate')} />
        <NumberField {...form.value('takeUp')} label={t('offers.takeUp')} />
      </FormRow>
      <FormRow>
        <NumberField {...form.value('cooldownDays')} label={t('offers.cooldown')} />
        <NumberField {...form.value('budget')} label={inMoney('budget')} />
      </FormRow>
      <FormRow>
        <NumberField {...form.value('harm')} label={t('offers.harm')} />
        <NumberField {...form.value('contact')} label={inMoney('contact')} />
      </FormRow>
      <FormRow>
        <NumberField {...form.value('leastMonthly')} label={inMoney('leastMonthly')} />
        <NumberField {...form.value('leastTenureMonths')} label={t('offers.leastTenure')} />
      </FormRow>
    </>
  );
};
