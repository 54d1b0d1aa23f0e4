import { FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { CoverageValues } from './coverage-values.ts';
import { NodeAndTerms } from './node-and-terms.tsx';

type CoverageForm = ReturnType<typeof useForm<CoverageValues, unknown>>;

/** Node, terms, ports and the day of a line, whatever its technology. */
export const LineFields = ({ form }: { form: CoverageForm }) => {
  const t = useTexts('network');
  return (
    <>
      <NodeAndTerms node={form.value('nodeId')} terms={form.value('connectionTermsId')} />
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
