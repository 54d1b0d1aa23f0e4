import type { Read, Write } from './routes.ts';

const days = { from: '2026-03-01', to: '2026-03-03' };

/** What shows people who work here, beyond what everybody knows of them. */
export const staffReads: Record<string, Read> = {
  'GET /api/shifts': {
    of: 'staff',
    shows: ({ staffName }) => staffName,
    asked: () => [{ from: days.from }],
  },
  'GET /api/states': { of: 'staff', shows: ({ staffName }) => staffName, asked: () => [days] },
  'GET /api/states/{staffId}': {
    of: 'staff',
    opens: ({ staffId }) => ({ staffId, day: days.from }),
  },
};

const onStaff = (more: object = {}): Write => ({
  of: 'staff',
  input: ({ staffId: id }) => ({ id, ...more }),
});

/** What changes people who work here; what shuts them out stands behind the rest. */
export const staffWrites: Record<string, Write> = {
  'POST /api/shifts': {
    of: 'staff',
    input: ({ staffId }) => ({ staffId, days: ['2026-03-09'], from: '09:00', to: '18:00' }),
  },
  'PUT /api/staff/{id}/presence': onStaff({ state: 'break' }),
  'PUT /api/staff/{id}': onStaff({ loadLimit: 4 }),
  'POST /api/staff/{id}/sign-in-link': onStaff(),
  'DELETE /api/staff/{id}/second-factor': onStaff(),
  'POST /api/staff/{id}/disable': onStaff(),
  'POST /api/staff/{id}/enable': onStaff(),
};
