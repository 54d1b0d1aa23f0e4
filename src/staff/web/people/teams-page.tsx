import { UsersRound } from 'lucide-react';
import { Box } from '../../../ui/show/facts.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../api.ts';
import { Loaded } from '../settings/loaded.tsx';
import css from '../settings/rows.module.css';
import { SettingsPage } from '../settings/settings-page.tsx';
import { NewTeam } from './new-team.tsx';
import { TeamRow } from './team-row.tsx';

export const Component = () => {
  const t = useTexts('staff');
  const may = useMay();
  const teams = useRead('GET /api/teams');
  return (
    <SettingsPage title={t('teams.title')}>
      {may('staff.teams') ? <NewTeam /> : null}
      <Loaded read={teams}>
        {(data) =>
          data.teams.length === 0 ? (
            <EmptyState
              icon={UsersRound}
              title={t('teams.emptyTitle')}
              text={t('teams.emptyText')}
            />
          ) : (
            <Box>
              <ul className={`${css.rows} ${css.inset}`}>
                {data.teams.map((team) => (
                  <TeamRow key={team.id} team={team} mayChange={may('staff.teams')} />
                ))}
              </ul>
            </Box>
          )
        }
      </Loaded>
    </SettingsPage>
  );
};
