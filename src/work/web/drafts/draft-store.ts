import { Problem } from '../../../ui/problem.ts';
import { randomId } from '../../../ui/random-id.ts';
import { call } from '../api.ts';
import type { KeptFile } from './file-store.ts';

export type DraftKind = 'reply' | 'note';
/** As the server has it. */
export type KeptDraft = {
  kind: DraftKind;
  text: string;
  writing: string;
  seenId: number;
  version: number;
  files?: readonly KeptFile[];
};

export type Place = { entity: string; entityId: number; kind: DraftKind };

/** What is being written at one place, on this screen. */
export type Written = {
  text: string;
  writing: string;
  seenId: number;
  version: number;
  /** The server has not got it yet. */
  isUnkept: boolean;
  /** What another screen of the same person has written there meanwhile. */
  other: KeptDraft | null;
};

const nothing: Written = {
  text: '',
  writing: '',
  seenId: 0,
  version: 0,
  isUnkept: false,
  other: null,
};

const pauseMs = 500;
/** Whoever types without a pause is kept all the same. */
const longestPauseMs = 2_000;
const retryMs = 3_000;

type Timer = ReturnType<typeof setTimeout>;
type Held = { place: Place; now: Written; timer?: Timer | undefined; dueMs?: number | undefined };

/**
 * Outside of the screens, so that what was typed at one conversation is still there after a look at
 * another, and is kept by the server even when its screen has gone.
 */
const all = new Map<string, Held>();
const watchers = new Set<() => void>();
const saving = new Map<string, Promise<void>>();

const keyOf = ({ entity, entityId, kind }: Place): string => `${entity} ${entityId} ${kind}`;

export const watchDrafts = (onChange: () => void): (() => void) => {
  watchers.add(onChange);
  return () => void watchers.delete(onChange);
};

export const writtenAt = (place: Place): Written => all.get(keyOf(place))?.now ?? nothing;

const put = (place: Place, change: Partial<Written>): Held => {
  const key = keyOf(place);
  const held = all.get(key) ?? { place, now: nothing };
  held.now = { ...held.now, ...change };
  all.set(key, held);
  for (const watcher of watchers) watcher();
  return held;
};

/** Takes over what the server has, unless this screen knows better. */
export const takeOver = (place: Place, kept: KeptDraft | undefined): void => {
  const { isUnkept, version } = writtenAt(place);
  if (!kept || isUnkept || kept.version <= version) return;
  const { text, writing, seenId } = kept;
  put(place, { text, writing, seenId, version: kept.version, other: null });
};

/** @param seenId the newest message that had come when these words were written */
export const write = (place: Place, text: string, seenId: number): void => {
  const before = writtenAt(place);
  const isBegun = before.text === '';
  const held = put(place, {
    text,
    isUnkept: true,
    ...(isBegun ? { writing: randomId(), seenId } : {}),
  });
  saveSoon(held);
};

/** The writer has seen what came meanwhile, and goes on. */
export const noteSeen = (place: Place, seenId: number): void => {
  const { text } = writtenAt(place);
  if (text === '') put(place, { seenId });
  else saveSoon(put(place, { seenId, isUnkept: true }));
};

const saveSoon = (held: Held): void => {
  const nowMs = Date.now();
  held.dueMs ??= nowMs + longestPauseMs;
  clearTimeout(held.timer);
  held.timer = setTimeout(() => void save(held), Math.min(pauseMs, held.dueMs - nowMs));
};

const saveLater = (held: Held): void => {
  held.timer = setTimeout(() => void save(held), retryMs);
};

/** One save at a time at a place, so that an older one never comes after a newer. */
const save = async (held: Held): Promise<void> => {
  const key = keyOf(held.place);
  clearTimeout(held.timer);
  held.dueMs = undefined;
  await saving.get(key);
  if (!held.now.isUnkept || held.now.other) return;
  const sending = send(held).finally(() => saving.delete(key));
  saving.set(key, sending);
  await sending;
};

const send = async (held: Held): Promise<void> => {
  const { text, writing, seenId, version } = held.now;
  try {
    const answer = await call(
      'PUT /api/drafts',
      { ...held.place, text, writing, seenId, version },
      { isRepeatable: true },
    );
    // It was sent, or begun anew, while this was under way.
    if (held.now.writing !== writing) return;
    const isChanged = held.now.text !== text || held.now.seenId !== seenId;
    if (answer.isKept) put(held.place, { version: answer.draft.version, isUnkept: isChanged });
    else if (answer.draft.text === '')
      put(held.place, { ...nothing, version: answer.draft.version });
    else put(held.place, { other: answer.draft });
  } catch (failure) {
    // Beyond reach by now: it stays on this screen.
    if (failure instanceof Problem && failure.isPassing) saveLater(held);
  }
};

/** Of two that were written at once the writer keeps one. */
export const choose = (place: Place, isMine: boolean): void => {
  const { other } = writtenAt(place);
  if (!other) return;
  const { text, writing, seenId, version } = other;
  if (!isMine) put(place, { text, writing, seenId, version, isUnkept: false, other: null });
  else void save(put(place, { version, other: null, isUnkept: true }));
};

/** It was sent: nothing of it is left here, and nothing of it is saved any more. */
export const finish = (place: Place): void => {
  const held = all.get(keyOf(place));
  clearTimeout(held?.timer);
  if (held) held.dueMs = undefined;
  put(place, { ...nothing, version: writtenAt(place).version });
};

/** A page that is going away may still send this much, and waits for no answer. */
const keepAllNow = (): void => {
  for (const { place, now } of all.values()) {
    if (!now.isUnkept || now.other) continue;
    const { text, writing, seenId, version } = now;
    void fetch('/api/drafts', {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json', 'x-requested-with': 'bereg' },
      body: JSON.stringify({ ...place, text, writing, seenId, version }),
    }).catch(() => undefined);
  }
};

globalThis.addEventListener?.('pagehide', keepAllNow);
