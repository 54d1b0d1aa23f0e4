import { formatDuration, formatInstant, formatLeft, formatPhone } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
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
      {state === 'new' ? (
        <Waiting since={createdAt} />
      ) : (
        <>
          <span className="dim">
            <Ago at={createdAt} />
          </span>
          <LeadMark state={state} />
        </>
      )}
    </PickRow>
  );
};

const LATE_SECONDS = 15 * 60;
const DAY_SECONDS = 86_400;

const wholeMinutes = (seconds: number): number => Math.max(1, Math.floor(seconds / 60)) * 60;

/** How long nobody has decided; red once whoever waits has begun to look elsewhere. */
const Waiting = ({ since }: { since: string }) => {
  const t = useTexts('sales');
  const seconds = Math.max(0, (serverNow() - Date.parse(since)) / 1000);
  return (
    <Badge tone={seconds > LATE_SECONDS ? 'red' : 'gray'} title={formatInstant(since)}>
      {t('leads.waits', {
        time: seconds < DAY_SECONDS ? formatDuration(wholeMinutes(seconds)) : formatLeft(seconds),
      })}
    </Badge>
  );
};
