import { FormRow, FormSection } from '../../../ui/form/form.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { AttributeInput, useAttributes } from '../../../work/web/index.tsx';
import type { RecordValues } from './record-values.ts';

type Props = {
  form: Pick<ReturnType<typeof useForm<Pick<RecordValues, 'attributes'>, unknown>>, 'value'>;
};

/** What the operator keeps of its own, each by its type; nothing where it has defined none. */
export const AttributeFields = ({ form }: Props) => {
  const t = useTexts('subscribers');
  const attributes = useAttributes('subscribers');
  const { value: values, onChange } = form.value('attributes');
  if (attributes.length === 0) return null;
  return (
    <FormSection title={t('form.attributes')}>
      <FormRow>
        {attributes.map((attribute) => (
          <AttributeInput
            key={attribute.key}
            attribute={attribute}
            value={values[attribute.key] ?? null}
            onChange={(value) => onChange({ ...values, [attribute.key]: value })}
          />
        ))}
      </FormRow>
    </FormSection>
  );
};
