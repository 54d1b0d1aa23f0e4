import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite } = hooks(call);

export type Import = OutputOf<typeof api, 'GET /api/imports/{id}'>;
export type ImportState = Import['state'];
export type ColumnMapping = Import['mapping'][number];
export type CellError = NonNullable<Import['failure']>;
export type Offered = OutputOf<typeof api, 'GET /api/imports/presets'>;
export type PreviewRow = OutputOf<typeof api, 'GET /api/imports/{id}/preview'>['rows'][number];
export type ListedRow = OutputOf<typeof api, 'GET /api/imports/{id}/rows'>['rows'][number];

/** Props of everything that shows one import. */
export type OfImport = { imported: Import };
