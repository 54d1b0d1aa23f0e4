import { Button } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type Category } from '../client.ts';
import { PriorityMark } from '../marks.tsx';

type Props = { category: Category; onOpen: (category: Category) => void };

/** A category in its list, with the way out of use and back. */
export const CategoryRow = ({ category, onOpen }: Props) => {
  const t = useTexts('tickets');
  const { teams } = useOwners();
  const change = useWrite('PUT /api/ticket-categories/{id}');
  const { id, name, priority, teamId, isArchived } = category;
  const team = teams.find(({ value }) => value === String(teamId));
  const toggle = (): void => {
    const fields = { id, name, priority, teamId, isArchived: !isArchived };
    change.mutateAsync(fields).catch(notifyProblem);
  };
  return (
    <PickRow title={name} text={team?.label} onPick={() => onOpen(category)}>
      <PriorityMark priority={priority} />
      {isArchived ? <Badge>{t('categories.isArchived')}</Badge> : null}
      <Button size="xs" variant="subtle" loading={change.isPending} onClick={toggle}>
        {t(isArchived ? 'categories.restore' : 'categories.archive')}
      </Button>
    </PickRow>
  );
};
