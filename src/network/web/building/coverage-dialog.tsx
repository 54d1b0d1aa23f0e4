import { Button, Modal, Select } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Coverage, coveragePaths, useWrite } from '../client.ts';
import { coverageBody, type CoverageValues, coverageValues } from './coverage-values.ts';
import { useTechnologies } from '../use-choices.ts';
import { LineFields } from './line-fields.tsx';

type Props = {
  buildingId: number;
  /** Null for a technology that the building does not have yet. */
  coverage: Coverage | null;
  taken: readonly string[];
  onClose: () => void;
};

/** What is had by one technology at a building. */
export const CoverageDialog = ({ buildingId, coverage, taken, onClose }: Props) => {
  const t = useTexts('network');
  const technologies = useTechnologies();
  const put = useWrite('PUT /api/buildings/{id}/coverage/{technology}', coveragePaths);
  const remove = useWrite('DELETE /api/buildings/{id}/coverage/{technology}', coveragePaths);
  const free = technologies.filter(({ value }) => !taken.includes(value));
  const form = useForm<CoverageValues, unknown>({
    initial: coverageValues(coverage, free[0]?.value ?? null),
    save: (values) =>
      put.mutateAsync({
        ...coverageBody(values),
        id: buildingId,
        technology: values.technology as Coverage['technology'],
        version: coverage?.version ?? null,
      }),
    onSaved: onClose,
  });
  const take = async (): Promise<void> => {
    if (coverage === null) return;
    await remove.mutateAsync({ id: buildingId, technology: coverage.technology });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('building.coverage')} size={560}>
      <Form
        form={form}
        onCancel={onClose}
        aside={
          coverage === null ? null : (
            <Button variant="subtle" color="red" onClick={() => void take().catch(notifyProblem)}>
              {t('building.remove')}
            </Button>
          )
        }
      >
        <FormRow>
          <Select
            {...form.value('technology')}
            label={t('fields.technology')}
            allowDeselect={false}
            disabled={coverage !== null}
            data={coverage === null ? free : technologies}
          />
          <NumberField {...form.value('speed')} label={t('fields.speedMbps')} />
        </FormRow>
        <LineFields form={form} />
      </Form>
    </Modal>
  );
};
