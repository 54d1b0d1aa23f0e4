import {
  createContext,
  lazy,
  Suspense,
  useContext,
  type ComponentType,
  type ReactNode,
} from 'react';
import { Fence } from './fence.tsx';
import { useMay } from './viewer.tsx';

/** A place on a screen that domains below may fill with pieces of their own. */
export type Slot<Props extends object> = { readonly slot: string; readonly props?: Props };

/** Words, icons or rules by key that domains below add, such as the timeline's wording by event. */
export type Lookup<Entry> = { readonly lookup: string; readonly entry?: Entry };

export type Piece<Props extends object> = {
  id: string;
  Piece: ComponentType<Props>;
  /** Smaller stands first; 100 unless told. */
  order?: number;
  permission?: string;
};

export type Fill = {
  slot: string;
  id: string;
  order: number;
  permission: string | undefined;
  Piece: ComponentType<never> | undefined;
  entries: Record<string, unknown> | undefined;
};

export const defineSlot = <Props extends object>(name: string): Slot<Props> => ({ slot: name });

export const defineLookup = <Entry,>(name: string): Lookup<Entry> => ({ lookup: name });

/** Puts a component into a slot: `fill(cardTop, { id: 'tickets', Piece: later(…) })`. */
export const fill = <Props extends object>(slot: Slot<Props>, piece: Piece<Props>): Fill => ({
  slot: slot.slot,
  id: piece.id,
  order: piece.order ?? 100,
  permission: piece.permission,
  Piece: piece.Piece as ComponentType<never>,
  entries: undefined,
});

/** Adds entries to a look-up: `fillWith(timelineWords, { 'tickets.opened': … })`. */
export const fillWith = <Entry,>(lookup: Lookup<Entry>, entries: Record<string, Entry>): Fill => ({
  slot: lookup.lookup,
  id: '',
  order: 0,
  permission: undefined,
  Piece: undefined,
  entries,
});

/**
 * A component that is loaded when it is first shown: `later(async () => (await
 * import('./x.tsx')).X)`. Until then its own place is empty, and the page around it stays.
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
};

const FillsContext = createContext<readonly Fill[]>([]);

export const FillsProvider = (props: { fills: readonly Fill[]; children: ReactNode }) => (
  <FillsContext value={props.fills}>{props.children}</FillsContext>
);

/** The pieces of a slot that this person may see, in order. */
const usePieces = (slot: string): Fill[] => {
  const fills = useContext(FillsContext);
  const may = useMay();
  return fills
    .filter((one) => one.slot === slot && one.Piece && may(one.permission))
    .toSorted((a, b) => a.order - b.order);
};

export const useLookup = <Entry,>(lookup: Lookup<Entry>): Readonly<Record<string, Entry>> => {
  const fills = useContext(FillsContext);
  const found = fills.filter((one) => one.slot === lookup.lookup).map((one) => one.entries);
  return Object.assign({}, ...found) as Record<string, Entry>;
};

/** Renders what fills the slot. A piece that fails leaves a short note and the rest of the page. */
export const Slot = <Props extends object>({
  of,
  ...props
}: { of: Slot<Props> } & Omit<Props, 'of'>) =>
  usePieces(of.slot).map(({ id, Piece }) => {
    const Filled = Piece as unknown as ComponentType<typeof props>;
    return (
      <Fence key={id} isSmall>
        <Suspense fallback={null}>
          <Filled {...props} />
        </Suspense>
      </Fence>
    );
  });
