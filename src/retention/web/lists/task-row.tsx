import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { formatInstant, formatNo, formatRelative } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { CareTask } from '../plan/client.ts';

/** One for whom something is to be done, with what may be said; a click opens their card. */
export const TaskRow = ({ task, onTell }: { task: CareTask; onTell: () => void }) => {
  const t = useTexts('retention');
  const go = useNavigate();
  const { subscriberId, name, action, reasons, list, tries, dueAt } = task;
  const words = [reasons, list, tries > 0 && t('lists.tried', { count: tries })];
  return (
    <PickRow
      title={`${name || formatNo(subscriberId)} · ${t(`plan.actions.${action}`)}`}
      text={words.filter(Boolean).join(' · ')}
      onPick={() => void go(`/subscribers/${subscriberId}`)}
    >
      <Badge tone={Date.parse(dueAt) < serverNow() ? 'red' : 'gray'} title={formatInstant(dueAt)}>
        {formatRelative(dueAt, serverNow())}
      </Badge>
      <Button size="xs" variant="subtle" onClick={onTell}>
        {t('lists.write')}
      </Button>
    </PickRow>
  );
};
