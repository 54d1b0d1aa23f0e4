import { TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Gathering, useWrite } from '../client.ts';
import { eventPaths } from './event-choices.ts';
import css from './events.module.css';

type Places = Record<string, number | undefined>;

/** What places teams took; a change of what was said needs a reason. */
export const ResultsForm = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const write = useWrite('PUT /api/vip-events/{id}/results', eventPaths);
  const { id, version, teams } = event;
  const wasSaid = teams.some(({ place }) => place !== null);
  const form = useForm<{ places: Places; reason: string }, unknown>({
    initial: {
      places: Object.fromEntries(teams.map((team) => [String(team.id), team.place ?? undefined])),
      reason: '',
    },
    save: ({ places, reason }) =>
      write.mutateAsync({
        id,
        version,
        reason,
        places: teams.map((team) => ({ teamId: team.id, place: places[team.id] ?? null })),
      }),
    onSaved: () => notifyDone(t('gatherings.saved')),
  });
  const put = (teamId: number, place: number | undefined): void =>
    form.set('places', { ...form.values.places, [teamId]: place });
  return (
    <div role="group" aria-label={t('gatherings.places')}>
      <p className="dim">{t('gatherings.prizesHint')}</p>
      <Form form={form} submitLabel={t('gatherings.saveResults')}>
        <div className={css.places}>
          {teams.map((team) => (
            <NumberField
              key={team.id}
              label={team.name}
              value={form.values.places[team.id]}
              onChange={(place) => put(team.id, place)}
            />
          ))}
          {wasSaid ? <TextInput {...form.text('reason')} label={t('gatherings.reason')} /> : null}
        </div>
      </Form>
    </div>
  );
};
