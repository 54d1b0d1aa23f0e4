export type AuditFilter = {
  staffId?: number;
  types?: string[];
  subscriberId?: number;
  from?: string;
  to?: string;
};

const dayMs = 86_400_000;

/** The operator's day begins at its own midnight; the browser's is near enough for looking back. */
const midnight = (day: string, plusDays = 0): string =>
  new Date(new Date(`${day}T00:00:00`).getTime() + plusDays * dayMs).toISOString();

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

const idIn = (text: string | null): number | undefined =>
  text && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : undefined;

/** Reads the filter from the page's address; whatever makes no sense there is left out. */
export const filterOf = (search: URLSearchParams): AuditFilter => {
  const staffId = idIn(search.get('who'));
  const subscriberId = idIn(search.get('subscriber'));
  const types = search.getAll('what').filter(Boolean);
  const from = search.get('from');
  const to = search.get('to');
  return {
    ...(staffId ? { staffId } : {}),
    ...(subscriberId ? { subscriberId } : {}),
    ...(types.length > 0 ? { types } : {}),
    ...(isDay(from) ? { from: midnight(from) } : {}),
    ...(isDay(to) ? { to: midnight(to, 1) } : {}),
  };
};

/** Looks at personal data, by how their events are called. */
export const isLook = (type: string): boolean => /(?:_|\.)(viewed|listed|exported)$/.test(type);
