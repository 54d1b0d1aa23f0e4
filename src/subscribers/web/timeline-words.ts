import {
  Ban,
  CircleCheck,
  DoorOpen,
  Download,
  Eraser,
  Eye,
  FileText,
  Heart,
  House,
  KeyRound,
  MapPin,
  Merge,
  Pencil,
  Phone,
  Split,
  StickyNote,
  UserRound,
  UserRoundPlus,
  Users,
} from 'lucide-react';
import { later } from '../../ui/slot.tsx';
import { textIn } from '../../ui/texts.ts';
import type { TimelineEntry, TimelineWord } from '../../ui/timeline/words.ts';

export const kinds = {
  notes: { textKey: 'subscribers:timeline.kinds.notes', order: 10 },
  changes: { textKey: 'subscribers:timeline.kinds.changes', order: 80 },
  looks: { textKey: 'subscribers:timeline.kinds.looks', order: 90 },
};

const Said = later<{ entry: TimelineEntry }>(
  async () => (await import('./event-details.tsx')).Said,
);
const Changed = later<{ entry: TimelineEntry }>(
  async () => (await import('./event-details.tsx')).Changed,
);
const Value = later<{ entry: TimelineEntry }>(
  async () => (await import('./event-details.tsx')).Value,
);

const word = (icon: TimelineWord['icon'], kind: string, key: string): TimelineWord => ({
  icon,
  kind,
  textKey: `subscribers:timeline.${key}`,
});

const change = (icon: TimelineWord['icon'], key: string): TimelineWord =>
  word(icon, 'changes', key);

const pathTo = (fact: string) => (entry: TimelineEntry) =>
  `/subscribers/${String(entry.facts[fact])}`;

/** How events of subscribers read; those of other domains are worded by them. */
export const words: Record<string, TimelineWord> = {
  'subscribers.created': change(UserRoundPlus, 'created'),
  'subscribers.joined': { ...change(DoorOpen, 'joined'), tone: 'green' },
  'subscribers.left': { ...change(DoorOpen, 'left'), tone: 'red' },
  'subscribers.changed': { ...change(Pencil, 'changed'), Details: Changed },
  'subscribers.noted': { ...word(StickyNote, 'notes', 'noted'), tone: 'amber', Details: Said },
  'subscribers.code_word_set': change(KeyRound, 'codeWordSet'),
  'subscribers.code_word_removed': change(KeyRound, 'codeWordRemoved'),
  'subscribers.contact_added': { ...change(Phone, 'contactAdded'), Details: Value },
  'subscribers.contact_changed': { ...change(Phone, 'contactChanged'), Details: Changed },
  'subscribers.contact_removed': { ...change(Phone, 'contactRemoved'), Details: Value },
  'subscribers.contact_person_added': { ...change(UserRound, 'personAdded'), Details: Value },
  'subscribers.contact_person_changed': { ...change(UserRound, 'personChanged'), Details: Changed },
  'subscribers.contact_person_removed': { ...change(UserRound, 'personRemoved'), Details: Value },
  'subscribers.document_added': change(FileText, 'documentAdded'),
  'subscribers.document_scanned': change(FileText, 'documentScanned'),
  'subscribers.scan_put_back': change(FileText, 'scanPutBack'),
  'subscribers.document_viewed': word(Eye, 'looks', 'documentViewed'),
  'subscribers.document_removed': change(FileText, 'documentRemoved'),
  'subscribers.address_added': { ...change(MapPin, 'addressAdded'), Details: Value },
  'subscribers.address_changed': { ...change(MapPin, 'addressChanged'), Details: Value },
  'subscribers.address_removed': { ...change(MapPin, 'addressRemoved'), Details: Value },
  'subscribers.need_noted': {
    ...word(Heart, 'notes', 'needNoted'),
    tone: 'amber',
    values: ({ facts }) => ({
      what: textIn('subscribers')(`choices.need.${String(facts['kind'])}`),
    }),
    Details: Said,
  },
  'subscribers.need_confirmed': { ...word(Heart, 'notes', 'needConfirmed'), Details: Said },
  'subscribers.need_closed': { ...word(CircleCheck, 'notes', 'needClosed'), Details: Said },
  'subscribers.consent_given': change(CircleCheck, 'consentGiven'),
  'subscribers.consent_withdrawn': change(Ban, 'consentWithdrawn'),
  'subscribers.household_joined': change(House, 'householdJoined'),
  'subscribers.household_left': change(House, 'householdLeft'),
  'subscribers.judged_different': {
    ...change(Users, 'judgedDifferent'),
    pathOf: pathTo('otherId'),
  },
  'subscribers.judged_alike': { ...change(Users, 'judgedAlike'), pathOf: pathTo('otherId') },
  'subscribers.merged': change(Merge, 'merged'),
  'subscribers.unmerged': { ...change(Split, 'unmerged'), pathOf: pathTo('fromId') },
  'subscribers.viewed': word(Eye, 'looks', 'viewed'),
  'subscribers.exported': word(Download, 'looks', 'exported'),
  'subscribers.erased': { ...change(Eraser, 'erased'), tone: 'red' },
};
