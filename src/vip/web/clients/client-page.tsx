import { Button } from '@mantine/core';
import { UserRound } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { formatNo } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { VipMark } from '../marks.tsx';
import { EscalateButton } from '../sheet/escalate-button.tsx';
import { ClientBody } from './client-body.tsx';

/** One client of the programme. */
export const Component = () => {
  const t = useTexts('vip');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/vip/{id}', { id });
  const client = read.data;
  return (
    <Page
      title={client ? client.name || formatNo(client.id) : t('list.title')}
      backTo="/vip/clients"
      layout="padded"
      marks={client ? <VipMark {...client} /> : undefined}
      actions={
        client ? (
          <>
            <Button
              variant="subtle"
              leftSection={<UserRound size={14} />}
              renderRoot={(root) => <Link {...root} to={`/subscribers/${client.id}`} />}
            >
              {t('card.subscriber')}
            </Button>
            <EscalateButton id={client.id} />
          </>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {client ? <ClientBody client={client} /> : null}
    </Page>
  );
};
