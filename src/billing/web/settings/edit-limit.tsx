import { Checkbox, Modal } from '@mantine/core';
import { useRoleName } from '../../../staff/web/index.tsx';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type Limit } from '../client.ts';

type Values = { isAny: boolean; others: number | undefined; own: number | undefined };
type Props = { limit: Limit; currency: string; onClose: () => void };

/** Up to which sum people of a role decide: of what others propose, and of their own. */
export const EditLimit = ({ limit, currency, onClose }: Props) => {
  const t = useTexts('billing');
  const set = useWrite('PUT /api/correction-limits/{roleId}', [
    '/api/correction-limits',
    '/api/corrections',
  ]);
  const nameOf = useRoleName();
  const { roleId, othersMinor, ownMinor } = limit;
  const form = useForm<Values, unknown>({
    initial: {
      isAny: othersMinor === null,
      others: othersMinor === null ? undefined : majorOf(othersMinor, currency),
      own: majorOf(ownMinor, currency),
    },
    save: ({ isAny, others = 0, own = 0 }) =>
      set.mutateAsync({
        roleId,
        othersMinor: isAny ? null : minorOf(others, currency),
        ownMinor: minorOf(own, currency),
      }),
    onSaved: onClose,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={nameOf({ code: limit.code, name: limit.role })}
      size={440}
    >
      <Form form={form} onCancel={onClose}>
        <Checkbox {...form.tick('isAny')} label={t('settings.isAny')} />
        {form.values.isAny ? null : (
          <NumberField {...form.value('others')} label={t('settings.othersLabel')} />
        )}
        <NumberField
          {...form.value('own')}
          label={t('settings.ownLabel')}
          description={t('settings.ownHint')}
        />
      </Form>
    </Modal>
  );
};
