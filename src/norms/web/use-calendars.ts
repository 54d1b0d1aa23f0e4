import { useRead, type Calendar } from './client.ts';

const none: Calendar[] = [];

/** Every calendar, for promises that later domains make. */
export const useCalendars = (): readonly Calendar[] =>
  useRead('GET /api/norms').data?.calendars ?? none;
