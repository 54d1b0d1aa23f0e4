import { Button } from '@mantine/core';
import { Inbox } from 'lucide-react';
import { Link } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CountBadge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';

/** The way to the bucket of leads, with how many wait there. */
export const LeadsLink = () => {
  const t = useTexts('sales');
  const read = useRead('GET /api/leads/count');
  useLiveRefresh(['sales.*'], ['/api/leads/count']);
  const count = read.data?.count ?? 0;
  return (
    <Button
      variant="subtle"
      leftSection={<Inbox size={14} />}
      rightSection={<CountBadge count={count} label={t('leads.waiting', { count })} />}
      renderRoot={(root) => <Link {...root} to="/deals/leads" />}
    >
      {t('leads.title')}
    </Button>
  );
};
