import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { leadPaths, type OpenLead, useWrite } from '../client.ts';
import { AttachForm } from './attach-form.tsx';
import { DeclineForm } from './decline-form.tsx';

type Props = { lead: OpenLead; onClose: () => void };

/** What becomes of a lead: accepted at once, attached or declined by a form. */
export const LeadDecisions = (props: Props) => {
  const [deciding, setDeciding] = useState<'decline' | 'attach' | null>(null);
  const onBack = (): void => setDeciding(null);
  if (deciding === 'decline') return <DeclineForm {...props} onBack={onBack} />;
  if (deciding === 'attach') return <AttachForm {...props} onBack={onBack} />;
  return <Choice lead={props.lead} onDecide={setDeciding} />;
};

type ChoiceProps = { lead: OpenLead; onDecide: (what: 'decline' | 'attach') => void };

const Choice = ({ lead, onDecide }: ChoiceProps) => {
  const t = useTexts('sales');
  const navigate = useNavigate();
  const accept = useWrite('POST /api/leads/{id}/accept', leadPaths);
  const run = async (): Promise<void> => {
    const { dealId } = await accept.mutateAsync({ id: lead.id, version: lead.version });
    notifyDone(t('leads.isAccepted'));
    void navigate(`/deals/${dealId}`);
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Action
        variant="filled"
        loading={accept.isPending}
        onClick={() => void run().catch(notifyProblem)}
      >
        {t('leads.accept')}
      </Action>
      <Action onClick={() => onDecide('attach')}>{t('leads.attachTo')}</Action>
      <Action onClick={() => onDecide('decline')}>{t('leads.decline')}</Action>
    </div>
  );
};
