import { Select } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { allowedOffers, playActions } from '../../plays/kinds.ts';
import { ruleOf } from '../../plays/signals.ts';
import { useRead } from '../client.ts';
import type { Play } from './client.ts';
import type { FormOfPlay } from './play-values.ts';

type Props = { form: FormOfPlay; play: Play | null };

/** What is done, and what of the operator's offers is brought: those that go with the reason. */
export const ActionFields = ({ form, play }: Props) => {
  const t = useTexts('retention');
  const may = useMay();
  const { data } = useRead(
    'GET /api/retention-offers',
    {},
    {
      isEnabled: may('retention.manage'),
    },
  );
  const { signal, reason, action } = form.values;
  const isKept = ruleOf(signal).aim === 'keep';
  const kept = play?.offerId && play.offer ? [{ id: play.offerId, ...play.offer }] : [];
  const offers = (data?.offers.filter(({ isArchived }) => !isArchived) ?? kept).filter(({ kind }) =>
    allowedOffers[reason].includes(kind),
  );
  return (
    <FormRow>
      <Select
        {...form.value('action')}
        label={t('plays.action')}
        allowDeselect={false}
        data={playActions
          .filter((value) => isKept || value !== 'offer')
          .map((value) => ({ value, label: t(`plays.actions.${value}`) }))}
        onChange={(value) => form.set('action', value as Play['action'])}
      />
      {action === 'offer' ? (
        <Select
          {...form.value('offerId')}
          label={t('plays.offer')}
          required
          data={offers.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
    </FormRow>
  );
};
