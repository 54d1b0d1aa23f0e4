import type { OutputOf } from '../../../ui/call.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import type { api } from '../../api.ts';
import { useRead } from '../api.ts';

export type Template = OutputOf<typeof api, 'GET /api/templates'>['templates'][number];

const staleMs = 300_000;
type Read = OutputOf<typeof api, 'GET /api/templates'>;
const none: Read = { templates: [], variables: [], personal: [] };

/** The texts that one can answer with, and the names of their variables. */
export const useTemplates = (): Read => {
  useLiveRefresh(
    ['work.template_created', 'work.template_changed', 'work.template_deleted'],
    ['/api/templates'],
  );
  return useRead('GET /api/templates', {}, { staleMs }).data ?? none;
};

/** What the variables stand for at a record; read once the texts are looked at. */
export const useTemplateValues = (
  at: { entity: string; entityId: number },
  isEnabled: boolean,
): Readonly<Record<string, string | null>> =>
  useRead('GET /api/template-values', at, { isEnabled, staleMs: 30_000 }).data?.values ?? {};
