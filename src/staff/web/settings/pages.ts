import { defineLookup } from '../../../ui/slot.tsx';
import type { Icon } from '../../../ui/web.ts';

export type SettingsEntry = {
  /** With its namespace: `norms:title`. */
  labelKey: string;
  icon: Icon;
  group: 'me' | 'company' | 'work' | 'sales' | 'tickets' | 'control';
  order: number;
  permission?: string;
};

/** Pages of the settings by the last part of their address, `/settings/KEY`. */
export const settingsPages = defineLookup<SettingsEntry>('settings.pages');
