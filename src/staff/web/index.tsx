import {
  CalendarRange,
  GraduationCap,
  History,
  Hourglass,
  KeyRound,
  Network,
  Settings2,
  ShieldCheck,
  UserCog,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { accountSlot, presenceSlot } from '../../ui/shell/slots.ts';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { defineWeb } from '../../ui/web.ts';
import { session } from './session.ts';
import { settingsPages } from './settings/pages.ts';

export { settingsPages, type SettingsEntry } from './settings/pages.ts';
export { useSkills } from './skills/use-skills.ts';
export { useRoleName } from './roles/role-name.ts';
export { useDial } from './use-dial.ts';
export { useColleagues } from './use-colleagues.ts';
export { useOwners } from './use-owners.ts';

/** A colleague's state, and a way to change it for whoever may. */
export const StateMenu = later(async () => (await import('./own/state-menu.tsx')).StateMenu);

/** A page of the settings, with their common list of pages beside it. */
export const SettingsPage = later(
  async () => (await import('./settings/settings-page.tsx')).SettingsPage,
);

const entries = {
  profile: { labelKey: 'profile.title', icon: UserRound, group: 'me', order: 1 },
  security: { labelKey: 'security.title', icon: ShieldCheck, group: 'me', order: 2 },
  'api-keys': { labelKey: 'keys.title', icon: KeyRound, group: 'me', order: 3 },
  staff: { labelKey: 'people.title', icon: UsersRound, group: 'company', order: 1 },
  roles: { labelKey: 'roles.title', icon: UserCog, group: 'company', order: 2 },
  teams: { labelKey: 'teams.title', icon: Network, group: 'company', order: 3 },
  skills: {
    labelKey: 'skills.title',
    icon: GraduationCap,
    group: 'company',
    order: 4,
    permission: 'staff.skills',
  },
  audit: {
    labelKey: 'audit.title',
    icon: History,
    group: 'control',
    order: 1,
    permission: 'staff.audit',
  },
} as const;

/** The list of settings holds pages of many domains, so their words come with their namespace. */
const listed = Object.fromEntries(
  Object.entries(entries).map(([id, entry]) => [
    id,
    { ...entry, labelKey: `staff:${entry.labelKey}` },
  ]),
);

export const web = defineWeb({
  domain: 'staff',
  session,
  nav: [
    {
      id: 'shifts',
      group: 'lead',
      labelKey: 'shifts.title',
      icon: CalendarRange,
      path: '/shifts',
      permission: 'staff.shifts',
      order: 25,
    },
    { id: 'settings', labelKey: 'settings.title', icon: Settings2, path: '/settings', order: 900 },
  ],
  routes: [
    { path: '/sign-in', isPublic: true, lazy: () => import('./entry/sign-in-page.tsx') },
    { path: '/welcome', isPublic: true, lazy: () => import('./entry/welcome-page.tsx') },
    { path: '/settings', lazy: () => import('./settings/settings-start.tsx') },
    { path: '/settings/profile', lazy: () => import('./own/profile-page.tsx') },
    { path: '/settings/security', lazy: () => import('./own/security-page.tsx') },
    { path: '/settings/api-keys', lazy: () => import('./own/keys-page.tsx') },
    { path: '/settings/staff', lazy: () => import('./people/people-page.tsx') },
    { path: '/settings/roles', lazy: () => import('./roles/roles-page.tsx') },
    { path: '/settings/teams', lazy: () => import('./people/teams-page.tsx') },
    {
      path: '/settings/skills',
      permission: 'staff.skills',
      lazy: () => import('./skills/skills-page.tsx'),
    },
    { path: '/shifts', permission: 'staff.shifts', lazy: () => import('./shifts/shifts-page.tsx') },
    { path: '/states', permission: 'staff.states', lazy: () => import('./states/states-page.tsx') },
    {
      path: '/states/:staffId',
      permission: 'staff.states',
      lazy: () => import('./states/state-day-page.tsx'),
    },
    {
      path: '/settings/audit',
      permission: 'staff.audit',
      lazy: () => import('./audit/audit-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'states',
      labelKey: 'states.title',
      icon: Hourglass,
      path: '/states',
      permission: 'staff.states',
    },
    ...Object.entries(entries).map(([id, entry]) => ({
      id: `settings-${id}`,
      labelKey: entry.labelKey,
      icon: entry.icon,
      path: `/settings/${id}`,
      ...('permission' in entry ? { permission: entry.permission } : {}),
    })),
  ],
  fills: [
    fillWith(settingsPages, listed),
    fill(presenceSlot, {
      id: 'staff',
      Piece: later(async () => (await import('./own/presence-button.tsx')).PresenceButton),
    }),
    fill(accountSlot, {
      id: 'staff',
      Piece: later(async () => (await import('./own/account-entries.tsx')).AccountEntries),
    }),
  ],
});
