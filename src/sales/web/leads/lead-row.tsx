import { formatPhone } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { PickRow } from '../../../ui/show/pick-list.tsx';
import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Lead } from '../client.ts';

const tones: Record<Lead['state'], Tone> = {
  new: 'blue',
  accepted: 'green',
  attached: 'teal',
  declined: 'gray',
};

/** Whether it waits, and what became of it. */
export const LeadMark = ({ state }: { state: Lead['state'] }) => {
  const t = useTexts('sales');
  return <Badge tone={tones[state]}>{t(`leadStates.${state}`)}</Badge>;
};

/** One lead in the bucket. */
export const LeadRow = ({ lead, onOpen }: { lead: Lead; onOpen: () => void }) => {
  const { name, phone, email, address, wanted, source, campaign, state, createdAt } = lead;
  const reach = phone === '' ? email : formatPhone(phone);
  const from = [source?.name, campaign, lead.dealer?.name].filter(Boolean).join(' · ');
  return (
    <PickRow
      title={name}
      text={
        <>
          {[reach, address].filter(Boolean).join(' · ')}
          {wanted === '' ? null : (
            <>
              <br />
              {wanted}
            </>
          )}
        </>
      }
      onPick={onOpen}
    >
      {from === '' ? null : <span className="dim">{from}</span>}
      <span className="dim">
        <Ago at={createdAt} />
      </span>
      {state === 'new' ? null : <LeadMark state={state} />}
    </PickRow>
  );
};
