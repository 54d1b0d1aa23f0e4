import { ActionIcon } from '@mantine/core';
import { CalendarClock, MoveHorizontal, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { formatInstant, formatMoney, formatNo, formatRelative } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Card } from './board-state.ts';
import css from './board.module.css';

type Props = {
  card: Card;
  /** The one card that Tab leads to; arrows lead to the others. */
  isActive: boolean;
  onFocus: (card: Card) => void;
  /** Arrows lead to other cards. */
  onKey: (event: KeyboardEvent) => void;
  onDrag: (card: Card | null) => void;
  onMenu: (card: Card) => void;
};

/** One deal in a column: who, how much, from where, whose, and what presses. */
export const DealCard = ({ card, isActive, onFocus, onKey, onDrag, onMenu }: Props) => {
  const t = useTexts('sales');
  const { id, name, monthlyMinor, onceMinor, currency, owner, source, nextStep } = card;
  const sum = monthlyMinor > 0 ? monthlyMinor : onceMinor;
  return (
    <article className={css.card}>
      <Link
        id={`deal-${id}`}
        to={`/deals/${id}`}
        className={css.open}
        draggable
        tabIndex={isActive ? 0 : -1}
        aria-keyshortcuts="Shift+ArrowRight Shift+ArrowLeft KeyM"
        onFocus={() => onFocus(card)}
        onKeyDown={onKey}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', String(id));
          onDrag(card);
        }}
        onDragEnd={() => onDrag(null)}
      >
        <span className={css.who}>{name}</span>
        <span className={css.line}>
          <span className="dim tabular">{formatNo(id)}</span>
          {source === null ? null : <span className="dim cut">{source}</span>}
          <b className={`${css.sum} tabular`}>{sum > 0 ? formatMoney(sum, currency) : ''}</b>
        </span>
        <Pressing card={card} />
        {nextStep === '' ? null : (
          <span className={css.line}>
            <span className="cut">{nextStep}</span>
          </span>
        )}
      </Link>
      <span className={css.corner}>
        {owner === null ? null : <Avatar name={owner} sizePx={20} />}
        <ActionIcon
          size={24}
          className={css.more ?? ''}
          tabIndex={isActive ? 0 : -1}
          aria-label={t('board.moveThis', { name })}
          title={t('board.move')}
          onClick={() => onMenu(card)}
        >
          <MoveHorizontal size={14} />
        </ActionIcon>
      </span>
    </article>
  );
};

/** What is late, and what is next. */
const Pressing = ({ card: { dueAt, nextAt } }: { card: Card }) => {
  const t = useTexts('sales');
  const now = serverNow();
  const isLate = dueAt !== null && Date.parse(dueAt) < now;
  const isMissed = nextAt !== null && Date.parse(nextAt) < now;
  if (!isLate && nextAt === null) return null;
  return (
    <span className={css.line}>
      {isLate ? (
        <span className={css.late} title={formatInstant(dueAt)}>
          <TriangleAlert size={12} aria-hidden="true" />{' '}
          {t('board.late', { when: formatRelative(dueAt, now) })}
        </span>
      ) : null}
      {nextAt === null ? null : (
        <span className={isMissed ? css.late : 'dim'}>
          <CalendarClock size={12} aria-hidden="true" /> {formatInstant(nextAt)}
        </span>
      )}
    </span>
  );
};
