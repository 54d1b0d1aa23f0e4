import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { Day, Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite, type Card, type Need } from '../client.ts';
import css from './aside.module.css';

/** What somebody needs, wishes and has lived through with us; stale ones ask to be asked about. */
export const NeedsSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  if (card.erasedAt) return null;
  return (
    <CardSection title={t('needs.title')}>
      {card.needs.length === 0 ? <div className={css.empty}>{t('needs.empty')}</div> : null}
      {card.needs.map((need) => (
        <NeedNote key={need.id} card={card} need={need} />
      ))}
    </CardSection>
  );
};

const NeedNote = ({ card, need }: { card: Card; need: Need }) => {
  const t = useTexts('subscribers');
  const isBad = need.kind === 'bad_experience';
  return (
    <article className={`${css.need} ${isBad ? css.bad : ''}`}>
      <div>{need.text}</div>
      <div className={css.note}>
        {t(`choices.need.${need.kind}`)} · <Instant at={need.notedAt} />
        {need.notedBy ? ` · ${need.notedBy}` : ''}
      </div>
      <NeedFoot card={card} need={need} />
    </article>
  );
};

const NeedFoot = ({ card, need }: { card: Card; need: Need }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const [isClosing, setClosing] = useState(false);
  const [reason, setReason] = useState('');
  const confirm = useWrite('POST /api/subscribers/{id}/needs/{needId}/confirm');
  const close = useWrite('POST /api/subscribers/{id}/needs/{needId}/close');
  const path = { id: card.id, needId: need.id };
  if (!may('subscribers.edit')) return null;
  if (isClosing) {
    return (
      <form
        className={css.needFoot}
        onSubmit={(event) => {
          event.preventDefault();
          close.mutateAsync({ ...path, reason }).catch(notifyProblem);
        }}
      >
        <TextInput
          className={css.grow ?? ''}
          value={reason}
          aria-label={t('needs.reason')}
          placeholder={t('needs.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" loading={close.isPending}>
          {t('needs.close')}
        </Button>
      </form>
    );
  }
  return (
    <div className={css.needFoot}>
      {need.isStale ? (
        <Badge tone="amber">{t('needs.stale')}</Badge>
      ) : (
        <span className={`${css.note} ${css.grow}`}>
          {t('needs.fresh')} <Day on={need.freshUntil} />
        </span>
      )}
      {need.isStale ? (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={confirm.isPending}
          onClick={() => confirm.mutate(path, { onError: notifyProblem })}
        >
          {t('needs.confirm')}
        </Button>
      ) : null}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setClosing(true)}>
        {t('needs.noLonger')}
      </Button>
    </div>
  );
};
