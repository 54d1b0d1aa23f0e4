import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../../../ui/live.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { leadPaths, type OpenLead, useRead, useWrite } from '../client.ts';
import { AlikeToLead } from './alike-to-lead.tsx';
import { DeclineForm } from './decline-form.tsx';
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

const Opened = ({ lead, onClose }: { lead: OpenLead; onClose: () => void }) => {
  const [isDeclining, setDeclining] = useState(false);
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <LeadFacts lead={lead} />
      <AlikeToLead lead={lead} onDone={onClose} />
      {lead.state !== 'new' ? null : isDeclining ? (
        <DeclineForm lead={lead} onClose={onClose} onBack={() => setDeclining(false)} />
      ) : (
        <Decisions lead={lead} onDecline={() => setDeclining(true)} />
      )}
    </div>
  );
};

const Decisions = ({ lead, onDecline }: { lead: OpenLead; onDecline: () => void }) => {
  const t = useTexts('sales');
  const navigate = useNavigate();
  const accept = useWrite('POST /api/leads/{id}/accept', leadPaths);
  const run = async (): Promise<void> => {
    const { dealId } = await accept.mutateAsync({ id: lead.id, version: lead.version });
    notifyDone(t('leads.isAccepted'));
    void navigate(`/deals/${dealId}`);
  };
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Action
        variant="filled"
        loading={accept.isPending}
        onClick={() => void run().catch(notifyProblem)}
      >
        {t('leads.accept')}
      </Action>
      <Action onClick={onDecline}>{t('leads.decline')}</Action>
    </div>
  );
};
