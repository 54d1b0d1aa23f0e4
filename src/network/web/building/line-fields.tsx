import { Select } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useNodes, useTermChoices } from '../use-choices.ts';
import type { CoverageValues } from './coverage-values.ts';

type CoverageForm = ReturnType<typeof useForm<CoverageValues, unknown>>;

/** Node, terms, ports and the day of a line, whatever its technology. */
export const LineFields = ({ form }: { form: CoverageForm }) => {
  const t = useTexts('network');
  const nodes = useNodes();
  const terms = useTermChoices();
  return (
    <>
      <FormRow>
        <Select
          {...form.value('nodeId')}
          label={t('fields.node')}
          searchable
          clearable
          data={nodes}
        />
        <Select
          {...form.value('connectionTermsId')}
          label={t('fields.terms')}
          clearable
          data={terms}
        />
      </FormRow>
      <FormRow>
        <NumberField {...form.value('portsTotal')} label={t('fields.portsTotal')} />
        <NumberField
          {...form.value('portsFree')}
          label={t('building.portsFree')}
          placeholder={t('building.counted')}
        />
      </FormRow>
      <DayInput
        {...form.value('plannedOn')}
        label={t('building.plannedOn')}
        description={t('building.plannedText')}
      />
    </>
  );
};
