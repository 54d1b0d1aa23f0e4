import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Client, useWrite, vipPaths } from '../client.ts';
import css from '../vip.module.css';
import { OverrideDialog } from './override-dialog.tsx';

type Override = Client['overrides'][number];

/** Decisions against the rules: asked by one, approved by another, for a time. */
export const Overrides = ({ client }: { client: Client }) => {
  const t = useTexts('vip');
  const [isAsking, setAsking] = useState(false);
  const stands = client.overrides.some(({ state }) => state === 'asked' || state === 'approved');
  return (
    <section aria-label={t('overrides.title')}>
      <div className={css.line}>
        <h2 style={{ flex: 1 }}>{t('overrides.title')}</h2>
        {stands ? null : (
          <Button size="xs" onClick={() => setAsking(true)}>
            {t('overrides.ask')}
          </Button>
        )}
      </div>
      {client.overrides.length === 0 ? <p className="dim">{t('overrides.none')}</p> : null}
      {client.overrides.length === 0 ? null : (
        <PickList>
          {client.overrides.map((one) => (
            <OverrideRow key={one.id} one={one} id={client.id} />
          ))}
        </PickList>
      )}
      {isAsking ? <OverrideDialog client={client} onClose={() => setAsking(false)} /> : null}
    </section>
  );
};

const OverrideRow = ({ one, id }: { one: Override; id: number }) => {
  const t = useTexts('vip');
  const may = useMay();
  const decide = useWrite('POST /api/vip/{id}/overrides/{overrideId}/decide', vipPaths);
  const run = (decision: 'approved' | 'refused' | 'ended'): void => {
    decide.mutateAsync({ id, overrideId: one.id, decision }).catch(notifyProblem);
  };
  const tier = one.tier === null ? '' : ` · ${t(`choices.tier.${one.tier}`)}`;
  const who = [one.askedBy?.name, one.decidedBy?.name].filter(Boolean).join(' → ');
  const decides = may('vip.approve');
  return (
    <PickRow
      title={`${t(`overrides.wants.${one.wants}`)}${tier}: ${one.reason}`}
      text={`${t('overrides.until', { on: formatDay(one.untilOn) })} · ${who}`}
    >
      <Badge tone={one.state === 'approved' ? 'green' : 'gray'}>
        {t(`overrides.states.${one.state}`)}
      </Badge>
      {decides && one.state === 'asked' && !one.isMine ? (
        <Button size="xs" onClick={() => run('approved')}>
          {t('overrides.approve')}
        </Button>
      ) : null}
      {decides && one.state === 'asked' ? (
        <Button size="xs" variant="subtle" onClick={() => run('refused')}>
          {t('overrides.refuse')}
        </Button>
      ) : null}
      {decides && one.state === 'approved' ? (
        <Button size="xs" variant="subtle" onClick={() => run('ended')}>
          {t('overrides.end')}
        </Button>
      ) : null}
    </PickRow>
  );
};
