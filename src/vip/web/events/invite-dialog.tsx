import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { invitingWays, type Tier, tiers } from '../../kinds.ts';
import { type Candidates, type Gathering, useRead, useWrite } from '../client.ts';
import css from '../vip.module.css';
import { CandidateList } from './candidate-list.tsx';
import { eventPaths } from './event-choices.ts';

type Way = (typeof invitingWays)[number];

/** Whom to ask: by tier and who leads them, first looked at, then invited. */
export const InviteDialog = ({ event, onClose }: { event: Gathering; onClose: () => void }) => {
  const t = useTexts('vip');
  const [chosenTiers, setTiers] = useState<readonly Tier[]>(tiers);
  const [actingId, setActing] = useState<string | null>(null);
  const [found, setFound] = useState<Candidates>();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { data: led } = useRead('GET /api/vip-managers');
  const search = useWrite('POST /api/vip-events/{id}/candidates', []);
  const { id } = event;
  const look = async (): Promise<void> => {
    const acting = actingId === null ? {} : { actingId: Number(actingId) };
    const shown = await search.mutateAsync({ id, tiers: [...chosenTiers], ...acting });
    setFound(shown);
    setChosen(new Set(shown.candidates.map(({ subscriber }) => subscriber.id)));
  };
  const turn = (tier: Tier, isOn: boolean): void => {
    setTiers(tiers.filter((one) => (one === tier ? isOn : chosenTiers.includes(one))));
    setFound(undefined);
  };
  return (
    <Modal opened onClose={onClose} title={t('gatherings.invite')} size={640}>
      <div className={css.line} role="group" aria-label={t('gatherings.tiers')}>
        {tiers.map((tier) => (
          <Checkbox
            key={tier}
            checked={chosenTiers.includes(tier)}
            onChange={({ target }) => turn(tier, target.checked)}
            label={t(`choices.tier.${tier}`)}
          />
        ))}
      </div>
      <div className={css.line}>
        <Select
          value={actingId}
          onChange={(value) => {
            setActing(value);
            setFound(undefined);
          }}
          placeholder={t('fields.actingId')}
          aria-label={t('fields.actingId')}
          clearable
          data={(led?.people ?? []).map(({ staff }) => ({
            value: String(staff.id),
            label: staff.name,
          }))}
        />
        <Button
          disabled={chosenTiers.length === 0}
          loading={search.isPending}
          onClick={() => void look().catch(notifyProblem)}
        >
          {t('gatherings.search')}
        </Button>
      </div>
      {found ? <CandidateList found={found} chosen={chosen} onChange={setChosen} /> : null}
      {found && found.candidates.length > 0 ? (
        <InviteLine id={id} chosen={chosen} onInvited={onClose} />
      ) : null}
    </Modal>
  );
};

type LineProps = { id: number; chosen: ReadonlySet<number>; onInvited: () => void };

/** By what way those who are chosen are asked, and the button that asks them. */
const InviteLine = ({ id, chosen, onInvited }: LineProps) => {
  const t = useTexts('vip');
  const [way, setWay] = useState<Way>('message');
  const invite = useWrite('POST /api/vip-events/{id}/guests', eventPaths);
  const send = async (): Promise<void> => {
    const { invited } = await invite.mutateAsync({ id, subscriberIds: [...chosen], way });
    notifyDone(t('gatherings.invitedNow', { count: invited }));
    onInvited();
  };
  return (
    <div className={css.line}>
      <Segmented
        label={t('gatherings.way')}
        value={way}
        onChange={setWay}
        options={invitingWays.map((value) => ({ value, label: t(`gatherings.ways.${value}`) }))}
      />
      <Button
        variant="filled"
        disabled={chosen.size === 0}
        loading={invite.isPending}
        onClick={() => void send().catch(notifyProblem)}
      >
        {`${t('gatherings.invite')} · ${t('gatherings.chosen', { count: chosen.size })}`}
      </Button>
    </div>
  );
};
