import { MapPinned, RadioTower, WifiOff } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { formatDuration } from '../../ui/format.ts';
import { cardSections } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';

const permission = 'network.check';
const check = { labelKey: 'check.title', icon: MapPinned, path: '/address-check', permission };
const coverage = { labelKey: 'coverage.title', icon: RadioTower, path: '/coverage', permission };
const settings = {
  labelKey: 'network:settings.title',
  icon: RadioTower,
  permission: 'network.coverage',
} as const;

export { checkActions } from './slots.ts';
export type { Chosen as ChosenAddress } from './check/address-field.tsx';

/** The address check, to stand beside a conversation or a sale. */
export const AddressCheck = later(
  async () => (await import('./check/address-check.tsx')).AddressCheck,
);

export const web = defineWeb({
  domain: 'network',
  nav: [
    { id: 'address-check', order: 30, ...check },
    { id: 'coverage', group: 'setup', order: 240, ...coverage },
  ],
  routes: [
    { path: '/address-check', permission, lazy: () => import('./check-page.tsx') },
    { path: '/coverage', permission, lazy: () => import('./coverage-page.tsx') },
    { path: '/coverage/buildings/:id', permission, lazy: () => import('./building-page.tsx') },
    { path: '/competitor-offers', permission, lazy: () => import('./offers-page.tsx') },
    {
      path: '/settings/network',
      permission: 'network.coverage',
      lazy: () => import('./settings-page.tsx'),
    },
  ],
  commands: [
    { id: 'address-check', keys: 'Alt+KeyA', ...check },
    { id: 'coverage', ...coverage },
    { id: 'competitor-offers', labelKey: 'offers.title', path: '/competitor-offers', permission },
    { id: 'settings-network', path: '/settings/network', ...settings },
  ],
  shortcuts: [{ keys: 'Alt+KeyA', labelKey: 'check.title', path: '/address-check', permission }],
  fills: [
    fill(cardSections, {
      id: 'competitors',
      order: 60,
      permission,
      Piece: later(async () => (await import('./card-offers.tsx')).CardOffers),
    }),
    fillWith(settingsPages, { network: { ...settings, group: 'work', order: 44 } }),
    fillWith(timelineKinds, { network: { textKey: 'network:timeline.kind', order: 40 } }),
    fillWith(timelineWords, {
      'network.outage_suffered': {
        icon: WifiOff,
        tone: 'red',
        kind: 'network',
        textKey: 'network:timeline.outage',
        values: ({ facts }) => ({
          ...facts,
          time: formatDuration(Number(facts['minutes']) * 60),
        }),
      },
    }),
  ],
});
