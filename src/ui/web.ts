import type { ComponentType } from 'react';
import type { Fill } from './slot.tsx';
import type { Viewer } from './viewer.tsx';

export type Icon = ComponentType<{ size?: number | string; strokeWidth?: number | string }>;

/** An entry of the rail. `labelKey` is a key of the domain's own texts. */
/** Pages that stand behind one icon of the rail; what is worked in all day has its own. */
export type NavGroup = 'keep' | 'lead' | 'money' | 'partners' | 'setup';

export type NavItem = {
  id: string;
  group?: NavGroup;
  labelKey: string;
  icon: Icon;
  path: string;
  permission?: string;
  /**
   * From the top: below 100 what is worked in all day, then what is looked up in the map's order
   * (200, 300 …), from 800 on what is set up once. Leave gaps.
   */
  order: number;
  /** A `CountBadge` at the icon that says how many wait there. */
  Count?: ComponentType;
};

/** A page; its module exports the page as `Component` and is loaded when it is first opened. */
export type WebRoute = {
  path: string;
  permission?: string;
  /** Shown without a sign-in and without the rail. */
  isPublic?: boolean;
  lazy: () => Promise<{ Component: ComponentType }>;
  children?: WebRoute[];
};

/** An entry of the Ctrl+K palette. */
export type Command = {
  id: string;
  labelKey: string;
  icon?: Icon;
  permission?: string;
  /** Where it leads; or `run` for what it does. */
  path?: string;
  run?: () => void;
  keys?: string;
};

export type FoundItem = {
  id: string;
  title: string;
  detail?: string;
  path: string;
  icon?: Icon;
  /** Heading under which it stands, already worded. */
  section?: string;
};

/** Answers the palette while somebody types; several domains may have one. */
export type SearchProvider = {
  id: string;
  permission?: string;
  search: (query: string, signal: AbortSignal) => Promise<FoundItem[]>;
};

/** Given by the one domain that knows who works here. */
export type Session = {
  /** The person signed in, or null. */
  load: () => Promise<Viewer | null>;
  signInPath: string;
  signOut: () => Promise<void>;
};

/** A shortcut that works on every screen: it opens `path`. */
export type GlobalShortcut = { keys: string; labelKey: string; path: string; permission?: string };

export type Web = {
  domain: string;
  nav: NavItem[];
  routes: WebRoute[];
  commands: Command[];
  fills: Fill[];
  shortcuts: GlobalShortcut[];
  search: SearchProvider[];
  session?: Session;
};

/** What a domain shows in the web app; `src/app.tsx` puts all of them together. */
export const defineWeb = (given: Partial<Web> & { domain: string }): Web => ({
  nav: [],
  routes: [],
  commands: [],
  fills: [],
  shortcuts: [],
  search: [],
  ...given,
});
