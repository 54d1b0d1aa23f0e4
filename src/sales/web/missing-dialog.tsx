import { Modal } from '@mantine/core';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { SkeletonLine } from '../../ui/show/skeleton.tsx';
import { useTexts } from '../../ui/texts.ts';
import { type Deal, dealPaths, useRead, useWrite } from './client.ts';
import { type DealKey, useDealInputs } from './deals/deal-inputs.tsx';
import { changesOf, type DealValues, valuesOf } from './deals/deal-values.ts';

type Props = {
  deal: { id: number };
  stage: { id: number; name: string };
  /** Fields that the stage asks for and the deal has not. */
  missing: readonly string[];
  onClose: () => void;
};

/** What is filled in for a field of a stage, where it is not the field itself. */
const inputFor: Record<string, DealKey> = { buildingId: 'address' };

const MissingForm = ({ deal, stage, missing, onClose }: Omit<Props, 'deal'> & { deal: Deal }) => {
  const t = useTexts('sales');
  const { id, version, currency } = deal;
  const initial = valuesOf(deal);
  const write = useWrite('POST /api/deals/{id}/move', dealPaths);
  const form = useForm<DealValues, unknown>({
    initial,
    save: (values) => {
      const given = changesOf(initial, values, currency);
      return write.mutateAsync({ id, version, stageId: stage.id, ...given });
    },
    onSaved: onClose,
  });
  const inputs = useDealInputs(form);
  const keys = [...new Set(missing.map((key) => inputFor[key] ?? (key as DealKey)))];
  return (
    <Form form={form} onCancel={onClose} submitLabel={t('deals.move')} isFirstFocused>
      <p className="dim" style={{ margin: 0 }}>
        {t('deals.missing')}
      </p>
      {keys.map((key) => (
        <div key={key}>{inputs[key]()}</div>
      ))}
    </Form>
  );
};

/** Asks for what a stage wants to know before a deal enters it. */
export const MissingDialog = (props: Props) => {
  const read = useRead('GET /api/deals/{id}', { id: props.deal.id });
  return (
    <Modal opened onClose={props.onClose} title={props.stage.name} size={440}>
      {read.data ? <MissingForm {...props} deal={read.data} /> : <SkeletonLine widthPx={280} />}
    </Modal>
  );
};
