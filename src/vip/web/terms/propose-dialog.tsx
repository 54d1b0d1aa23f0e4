import { Button, Modal, MultiSelect, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { dayOf, formatMoney, minorOf } from '../../../ui/format.ts';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type TermsKind, termsKinds } from '../../kinds.ts';
import { type Effect, type OwnTerms, useWrite } from '../client.ts';
import { daysLater } from '../days.ts';
import { EffectTable } from './effect-table.tsx';
import { termsPaths } from './terms-row.tsx';

type Values = {
  kind: TermsKind;
  value: number | undefined;
  subscriptionIds: string[];
  accountId: string | null;
  fromOn: string;
  toOn: string;
  reason: string;
};

const isOfAccount = (kind: TermsKind): boolean => kind === 'longer' || kind === 'no_suspension';

const wantedOf = (id: number, currency: string, values: Values) => {
  const { kind, value = 0, subscriptionIds, accountId, fromOn, toOn } = values;
  const valueOf = {
    percent: Math.round(value * 100),
    sum: minorOf(value, currency),
    fixed: minorOf(value, currency),
    free: 0,
    longer: value,
    no_suspension: 0,
  };
  return {
    id,
    kind,
    value: valueOf[kind],
    subscriptionIds: isOfAccount(kind) ? [] : subscriptionIds.map(Number),
    accountId: isOfAccount(kind) && accountId !== null ? Number(accountId) : null,
    fromOn,
    toOn: toOn === '' ? null : toOn,
  };
};

/** Proposes terms; what they come to is shown before. */
export const ProposeDialog = (props: { id: number; own: OwnTerms; onClose: () => void }) => {
  const { id, own, onClose } = props;
  const t = useTexts('vip');
  const look = useWrite('POST /api/vip/{id}/terms/try', []);
  const propose = useWrite('POST /api/vip/{id}/terms', termsPaths);
  const [effect, setEffect] = useState<Effect>();
  const { currency } = own;
  const today = dayOf(serverNow());
  const form = useForm<Values, unknown>({
    initial: {
      kind: 'percent',
      value: undefined,
      subscriptionIds: [],
      accountId: null,
      fromOn: today,
      toOn: daysLater(today, 180),
      reason: '',
    },
    save: (values) =>
      propose.mutateAsync({ ...wantedOf(id, currency, values), reason: values.reason }),
    onSaved: () => {
      notifyDone(t('terms.proposed'));
      onClose();
    },
  });
  const run = async (): Promise<void> =>
    setEffect(await look.mutateAsync(wantedOf(id, currency, form.values)));
  const { kind } = form.values;
  return (
    <Modal opened onClose={onClose} title={t('terms.propose')} size={640}>
      <Form form={form} submitLabel={t('terms.propose')} onCancel={onClose}>
        <FormRow>
          <Select
            value={kind}
            onChange={(value) => form.set('kind', value ?? 'percent')}
            label={t('terms.what')}
            allowDeselect={false}
            data={termsKinds.map((value) => ({ value, label: t(`terms.kinds.${value}`) }))}
          />
          {kind === 'free' || kind === 'no_suspension' ? null : (
            <NumberField {...form.value('value')} label={t(`terms.values.${kind}`)} required />
          )}
        </FormRow>
        {isOfAccount(kind) ? (
          <Select
            {...form.value('accountId')}
            label={t('terms.account')}
            required
            data={own.accounts.map((one) => ({ value: String(one.id), label: one.number }))}
          />
        ) : (
          <MultiSelect
            {...form.value('subscriptionIds')}
            label={t('terms.services')}
            searchable
            required
            data={own.services.map(({ id: value, account, product, priceMinor }) => ({
              value: String(value),
              label: `${product} · ${account} · ${formatMoney(priceMinor, currency)}`,
            }))}
          />
        )}
        <FormRow>
          <DayInput {...form.value('fromOn')} label={t('terms.fromOn')} required />
          <DayInput
            {...form.value('toOn')}
            label={t('terms.toOn')}
            description={t('terms.toOnHint')}
          />
        </FormRow>
        <Textarea
          {...form.text('reason')}
          label={t('terms.reason')}
          autosize
          minRows={2}
          required
        />
        <div>
          <Button
            size="xs"
            variant="default"
            loading={look.isPending}
            onClick={() => void run().catch(notifyProblem)}
          >
            {t('terms.try')}
          </Button>
        </div>
        {effect ? <EffectTable effect={effect} /> : null}
      </Form>
    </Modal>
  );
};
