import { ActionIcon } from '@mantine/core';
import { PanelRight } from 'lucide-react';
import { createContext, Suspense, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import { useTabTitle } from './title.ts';
import css from './panes.module.css';

type Card = { isOpen: boolean; toggle: () => void };

const CardContext = createContext<Card>({ isOpen: false, toggle: () => undefined });

/** Opens and folds the card where the screen is too narrow for three panes. */
const useFoldedCard = (): Card => useContext(CardContext);

/** Opens the card where it is folded; on a wide screen there is nothing to open. */
export const CardToggle = () => {
  const t = useTexts();
  const { isOpen, toggle } = useFoldedCard();
  return (
    <ActionIcon
      className={css.toggle ?? ''}
      variant={isOpen ? 'light' : 'default'}
      size={32}
      aria-label={t('page.card')}
      aria-expanded={isOpen}
      onClick={toggle}
    >
      <PanelRight size={16} />
    </ActionIcon>
  );
};

type Props = {
  /** Of the browser's tab. */
  title: string;
  list: ReactNode;
  main: ReactNode;
  card?: ReactNode;
  /** On a phone one pane is seen: the list until something is chosen from it. */
  isChosen: boolean;
  listLabel: string;
  mainLabel: string;
  cardLabel?: string;
};

/** A piece that is still being loaded hides its own pane: nobody loses the field they type in. */
const Loaded = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={null}>{children}</Suspense>
);

/** Three panes for work with people: list 340, main, card 320; the card is folded under 1100 px. */
export const Panes = (props: Props) => {
  useTabTitle(props.title);
  const [isOpen, setOpen] = useState(false);
  const card = useMemo(() => ({ isOpen, toggle: () => setOpen((was) => !was) }), [isOpen]);
  const kind = `${css.panes} ${props.card ? css.withCard : ''}`;
  return (
    <CardContext value={card}>
      <main className={`${kind} ${props.isChosen ? css.showsMain : css.showsList}`}>
        <section className={`${css.pane} ${css.list}`} aria-label={props.listLabel}>
          <Loaded>{props.list}</Loaded>
        </section>
        <section className={`${css.pane} ${css.main}`} aria-label={props.mainLabel}>
          <Loaded>{props.main}</Loaded>
        </section>
        {props.card === undefined ? null : (
          <section
            className={`${css.pane} ${css.card} ${isOpen ? css.cardOpen : ''}`}
            aria-label={props.cardLabel}
          >
            <Loaded>{props.card}</Loaded>
          </section>
        )}
      </main>
    </CardContext>
  );
};
