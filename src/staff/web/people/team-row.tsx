import { Button } from '@mantine/core';
import { notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import css from '../settings/rows.module.css';

type Team = { id: number; name: string; staffCount: number; isArchived: boolean };

export const TeamRow = ({ team, mayChange }: { team: Team; mayChange: boolean }) => {
  const t = useTexts('staff');
  const change = useWrite('PUT /api/teams/{id}');
  const { id, name, staffCount, isArchived } = team;
  const archive = async (): Promise<void> => {
    await change.mutateAsync({ id, isArchived: true });
    undoToast({
      text: t('teams.archived', { name }),
      undo: () => change.mutateAsync({ id, isArchived: false }),
    });
  };
  const toggle = (): Promise<unknown> =>
    isArchived ? change.mutateAsync({ id, isArchived: false }) : archive();
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div>{name}</div>
        <div className="dim">{t('teams.people', { count: staffCount })}</div>
      </div>
      {isArchived ? <Badge>{t('teams.isArchived')}</Badge> : null}
      {mayChange ? (
        <Button size="xs" variant="subtle" onClick={() => void toggle().catch(notifyProblem)}>
          {t(isArchived ? 'teams.restore' : 'teams.archive')}
        </Button>
      ) : null}
    </li>
  );
};
