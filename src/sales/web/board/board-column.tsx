import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Board, Card, Column } from './board-state.ts';
import { DealCard } from './deal-card.tsx';
import css from './board.module.css';

const CARD_PX = 92;
/** So many cards before the end the next page is asked for. */
const AHEAD = 15;

/** Which card the keys stand at; `asked` grows each time that it is to get the focus. */
export type Active = { id: number | null; asked: number };

type Props = {
  name: string;
  column: Column;
  sum: Board['sums'][number] | undefined;
  currency: string;
  active: Active;
  isTarget: boolean;
  onMore: (stageId: number) => void;
  onDrop: (stageId: number) => void;
  onFocus: (card: Card) => void;
  onKey: (event: KeyboardEvent) => void;
  onDrag: (card: Card | null) => void;
  onMenu: (card: Card) => void;
};

/** One stage: its sums and its cards, of which only those in sight stand on the page. */
export const BoardColumn = (props: Props) => {
  const { name, column, sum, currency, isTarget, onDrop } = props;
  const place = useDropPlace(() => onDrop(column.stageId));
  return (
    <section
      className={css.column}
      aria-label={name}
      data-target={isTarget || undefined}
      ref={place}
    >
      <header className={css.head}>
        <h2 className="cut">{name}</h2>
        <Sums sum={sum} currency={currency} />
      </header>
      <Cards {...props} />
    </section>
  );
};

/** A place on which a card may be dropped; keys and fingers have other ways. */
const useDropPlace = (onDrop: () => void): RefObject<HTMLElement | null> => {
  const place = useRef<HTMLElement>(null);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const element = place.current;
    const allow = (event: Event): void => event.preventDefault();
    const drop = (event: Event): void => {
      event.preventDefault();
      latest.current();
    };
    element?.addEventListener('dragover', allow);
    element?.addEventListener('drop', drop);
    return () => {
      element?.removeEventListener('dragover', allow);
      element?.removeEventListener('drop', drop);
    };
  }, []);
  return place;
};

const Sums = ({ sum, currency }: Pick<Props, 'sum' | 'currency'>) => {
  const t = useTexts('sales');
  if (!sum) return null;
  const more = sum.isMore ? '+' : '';
  return (
    <span className={css.sums}>
      <span className="dim tabular">{`${formatNumber(sum.count)}${more}`}</span>
      {sum.lateCount > 0 ? (
        <Badge tone="red" title={t('board.lateCount', { count: sum.lateCount })}>
          {t('board.lateCount', { count: sum.lateCount })}
        </Badge>
      ) : null}
      {sum.monthlyMinor > 0 ? (
        <span className={`${css.sum} tabular`} title={t('board.monthly')}>
          {formatMoney(sum.monthlyMinor, currency)}
          {more}
        </span>
      ) : null}
    </span>
  );
};

const Cards = ({ column, active, onMore, ...card }: Props) => {
  'use no memo';
  const t = useTexts('sales');
  const scroller = useRef<HTMLDivElement>(null);
  const { deals, stageId } = column;
  const virtual = useVirtualizer({
    count: deals.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PX,
    getItemKey: (at) => deals[at]?.id ?? at,
    overscan: 6,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= deals.length - AHEAD) onMore(stageId);
  }, [last, deals.length, stageId, onMore]);
  const place = deals.findIndex(({ id }) => id === active.id);
  const followed = useRef(active.asked);
  useEffect(() => {
    if (place < 0 || followed.current === active.asked) return;
    followed.current = active.asked;
    virtual.scrollToIndex(place);
    requestAnimationFrame(() => document.getElementById(`deal-${active.id}`)?.focus());
  }, [active, place, virtual]);
  return (
    <div ref={scroller} className={`${css.cards} scroll`}>
      {deals.length === 0 ? <p className={css.none}>{t('board.none')}</p> : null}
      <ul className={css.list} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const deal = deals[index];
          return deal ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <DealCard
                card={deal}
                isActive={active.id === null ? index === 0 : active.id === deal.id}
                onFocus={card.onFocus}
                onKey={card.onKey}
                onDrag={card.onDrag}
                onMenu={card.onMenu}
              />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
};
