import { Modal } from '@mantine/core';
import { useLiveRefresh } from '../../../ui/live.ts';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OpenLead, useRead } from '../client.ts';
import { AlikeToLead } from './alike-to-lead.tsx';
import { LeadDecisions } from './lead-decisions.tsx';
import { LeadFacts } from './lead-facts.tsx';

type Props = { id: number; onClose: () => void };

/** A lead: what it says, what looks like the same, and what becomes of it. */
export const LeadDialog = ({ id, onClose }: Props) => {
  const t = useTexts('sales');
  const read = useRead('GET /api/leads/{id}', { id });
  useLiveRefresh(['sales.*'], ['/api/leads/{id}']);
  return (
    <Modal opened onClose={onClose} title={read.data?.name ?? t('leads.lead')} size={560}>
      {read.error ? <ErrorState failure={read.error} /> : null}
      {read.data ? <Opened lead={read.data} onClose={onClose} /> : null}
    </Modal>
  );
};

const Opened = ({ lead, onClose }: { lead: OpenLead; onClose: () => void }) => (
  <div style={{ display: 'grid', gap: 16 }}>
    <LeadFacts lead={lead} />
    <AlikeToLead lead={lead} onDone={onClose} />
    {lead.state === 'new' ? <LeadDecisions lead={lead} onClose={onClose} /> : null}
  </div>
);
