import { Select } from '@mantine/core';
import type { api as segmentsApi } from '../../../segments/api.ts';
import { caller } from '../../../ui/call.ts';
import { FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { hooks } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { playReasons } from '../../plays/kinds.ts';
import { ruleOf, type Signal, signalKeys } from '../../plays/signals.ts';
import type { Play } from './client.ts';
import type { FormOfPlay } from './play-values.ts';

const { useRead } = hooks(caller<typeof segmentsApi>());
const aims = ['keep', 'win_back'] as const;

type Props = { form: FormOfPlay; play: Play | null };

/** What it begins with, for whom, and what it is about. */
export const SignalFields = ({ form, play }: Props) => {
  const t = useTexts('retention');
  const may = useMay();
  const { data } = useRead('GET /api/segments', {}, { isEnabled: may('segments.view') });
  const { signal } = form.values;
  const { unit } = ruleOf(signal);
  const lists = (data?.segments ?? keptOf(play)).map(({ id, name }) => ({
    value: String(id),
    label: name,
  }));
  const pick = (value: string | null): void => {
    const next = value as Signal;
    form.set('signal', next);
    form.set('bound', ruleOf(next).usual);
    if (ruleOf(next).aim === 'win_back' && form.values.action === 'offer') {
      form.set('action', 'call');
    }
  };
  return (
    <>
      <FormRow>
        <Select
          {...form.value('signal')}
          label={t('plays.signal')}
          allowDeselect={false}
          data={aims.map((aim) => ({
            group: t(`plays.${aim}`),
            items: signalKeys
              .filter((key) => ruleOf(key).aim === aim)
              .map((value) => ({ value, label: t(`plays.signals.${value}`) })),
          }))}
          onChange={pick}
        />
        {unit === 'none' ? null : (
          <NumberField {...form.value('bound')} label={t(`plays.bounds.${unit}`)} required />
        )}
      </FormRow>
      {signal === 'segment' ? (
        <Select
          {...form.value('segmentId')}
          label={t('plays.segment')}
          searchable
          required
          data={lists}
        />
      ) : null}
      <FormRow>
        <Select
          {...form.value('whomSegmentId')}
          label={t('plays.whom')}
          placeholder={t('plays.anybody')}
          searchable
          clearable
          data={lists}
        />
        <Select
          {...form.value('reason')}
          label={t('plays.reason')}
          allowDeselect={false}
          data={playReasons.map((value) => ({ value, label: t(`choices.reasonGroup.${value}`) }))}
          onChange={(value) => form.set('reason', value as Play['reason'])}
        />
      </FormRow>
    </>
  );
};

/** What it names already, for those who may not see segments. */
const keptOf = (play: Play | null): { id: number; name: string }[] =>
  [
    { id: play?.segmentId, name: play?.segment },
    { id: play?.whomSegmentId, name: play?.whomSegment },
  ].flatMap(({ id, name }) => (id && name ? [{ id, name }] : []));
