import { defineSlot } from '../../ui/slot.tsx';
import type { Card } from './client.ts';

/** Parts of the card that other domains show beside a subscriber: accounts, line, open requests. */
export const cardSections = defineSlot<{ card: Card }>('subscribers.cardSections');

/** Badges beside a subscriber's name: level, tier, risk. */
export const cardBadges = defineSlot<{ card: Card }>('subscribers.cardBadges');
