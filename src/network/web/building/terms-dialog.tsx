import { Button, Modal, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import { coveragePaths, type Terms, useWrite } from '../client.ts';
import { termsBody, type TermsValues, termsValues } from './terms-values.ts';

/** What connecting costs: of a house by the metre, in parts, free with a dear enough tariff. */
export const TermsDialog = ({ terms, onClose }: { terms: Terms | null; onClose: () => void }) => {
  const t = useTexts('network');
  const add = useWrite('POST /api/connection-terms', coveragePaths);
  const change = useWrite('PUT /api/connection-terms/{id}', coveragePaths);
  const ownCurrency = useCurrency();
  const currency = terms?.currency ?? ownCurrency;
  const save = (values: TermsValues, isArchived: boolean): Promise<unknown> =>
    terms === null
      ? add.mutateAsync(termsBody(values, currency))
      : change.mutateAsync({
          ...termsBody(values, currency),
          id: terms.id,
          version: terms.version,
          isArchived,
        });
  const form = useForm<TermsValues, unknown>({
    initial: termsValues(terms, currency),
    save: (values) => save(values, terms?.isArchived ?? false),
    onSaved: onClose,
  });
  const archive = async (): Promise<void> => {
    await save(form.values, terms?.isArchived !== true);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('settings.oneTerms')} size={560}>
      <Form
        form={form}
        onCancel={onClose}
        aside={
          terms === null ? null : (
            <Button variant="subtle" onClick={() => void archive().catch(notifyProblem)}>
              {t(terms.isArchived ? 'settings.restore' : 'settings.archive')}
            </Button>
          )
        }
      >
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
        <FormRow>
          <NumberField {...form.value('base')} label={t('settings.base')} />
          <NumberField {...form.value('mostParts')} label={t('settings.mostParts')} />
        </FormRow>
        <FormRow>
          <NumberField {...form.value('metre')} label={t('settings.metrePrice')} />
          <NumberField {...form.value('includedMetres')} label={t('settings.included')} />
          <NumberField {...form.value('longestMetres')} label={t('settings.longest')} />
        </FormRow>
        <NumberField
          {...form.value('freeFrom')}
          label={t('settings.freeFrom')}
          description={t('settings.freeFromText')}
        />
      </Form>
    </Modal>
  );
};
