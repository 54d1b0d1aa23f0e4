import { Button } from '@mantine/core';
import { PhoneCall } from 'lucide-react';
import { Link } from 'react-router';
import { taskPath } from '../../../work/web/index.tsx';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type CarePerson, type OpenCareList, useRead } from '../plan/client.ts';

/** With whom a list speaks: each leads to their task, and all that waits to the queue. */
export const ListPeople = ({ list }: { list: OpenCareList }) => {
  const t = useTexts('retention');
  const may = useMay();
  const read = useRead(
    'GET /api/care-lists/{id}/people',
    { id: list.id },
    { isEnabled: may('retention.work') },
  );
  if (!read.data) return null;
  const { people, isWhole } = read.data;
  const stateOf = ({ state, outcome, tries }: CarePerson): string => {
    if (outcome) return t(`lists.outcomes.${outcome}`);
    if (state === 'dropped') return t('tasks.dropped');
    return tries > 0 ? t('tasks.tries', { count: tries }) : t('lists.toCall');
  };
  return (
    <FigureTable
      title={t('lists.people')}
      empty={t('lists.noPeople')}
      actions={
        list.open === 0 ? null : (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<PhoneCall size={14} />}
            renderRoot={(root) => <Link {...root} to="/conversations?queue=tasks" />}
          >
            {t('lists.toTasks')}
          </Button>
        )
      }
      rule={isWhole ? '' : t('lists.morePeople', { count: people.length })}
      rows={people}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: 'name', label: t('fields.name'), show: linkOf },
        {
          key: 'action',
          label: t('plan.columns.action'),
          isWords: true,
          show: ({ action }) => t(`plan.actions.${action}`),
        },
        { key: 'state', label: t('tasks.outcome'), isWords: true, show: stateOf },
        {
          key: 'owner',
          label: t('fields.ownerStaffId'),
          isWords: true,
          show: ({ owner }) => owner?.name,
        },
        {
          key: 'done',
          label: t('lists.doneAt'),
          show: ({ doneAt }) => (doneAt ? formatInstant(doneAt) : null),
        },
      ]}
    />
  );
};

const linkOf = ({ id, subscriber }: CarePerson) => (
  <Link to={taskPath({ kind: 'care', id })}>{subscriber.name || formatNo(subscriber.id)}</Link>
);
