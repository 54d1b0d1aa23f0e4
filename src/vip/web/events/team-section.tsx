import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatNo } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Gathering } from '../client.ts';
import css from '../vip.module.css';
import { ResultsForm } from './results-form.tsx';
import { TeamDialog } from './team-dialog.tsx';

type Team = Gathering['teams'][number];

/** Tables or teams with who sits there; of a contest the places that they took. */
export const TeamSection = ({ event }: { event: Gathering }) => {
  const t = useTexts('vip');
  const [changed, setChanged] = useState<Team | 'new'>();
  const { isContest, isLed, teams } = event;
  const title = t(isContest ? 'gatherings.teams' : 'gatherings.tables');
  const add = t(isContest ? 'gatherings.addTeam' : 'gatherings.addTable');
  const none = t(isContest ? 'gatherings.teamsEmpty' : 'gatherings.tablesEmpty');
  const isPlayed = isContest && event.on <= event.today && !event.isCancelled;
  const sitting = ({ id }: Team): string =>
    event.guests
      .filter(({ teamId }) => teamId === id)
      .map(({ subscriber }) => subscriber.name || formatNo(subscriber.id))
      .join(', ');
  return (
    <section aria-label={title}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{title}</h2>
        {isLed && !event.isCancelled ? (
          <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setChanged('new')}>
            {add}
          </Button>
        ) : null}
      </div>
      {teams.length === 0 ? <p className="dim">{none}</p> : null}
      {teams.length === 0 ? null : (
        <PickList>
          {teams.map((team) => (
            <PickRow
              key={team.id}
              title={team.name}
              text={sitting(team)}
              {...(isLed ? { onPick: () => setChanged(team) } : {})}
            >
              {team.place === null ? null : (
                <Badge tone={team.place === 1 ? 'gold' : 'gray'}>
                  {t('gatherings.nth', { place: team.place })}
                </Badge>
              )}
              <Badge tone={team.taken < team.seats ? 'gray' : 'teal'}>
                {t('gatherings.taken', { taken: team.taken, seats: team.seats })}
              </Badge>
            </PickRow>
          ))}
        </PickList>
      )}
      {isPlayed && isLed && teams.length > 0 ? (
        <ResultsForm key={event.version} event={event} />
      ) : null}
      {changed ? (
        <TeamDialog
          eventId={event.id}
          title={add}
          team={changed === 'new' ? null : changed}
          onClose={() => setChanged(undefined)}
        />
      ) : null}
    </section>
  );
};
