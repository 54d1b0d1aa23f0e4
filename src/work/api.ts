import { attributesApi } from './api/attributes.ts';
import { viewsApi } from './api/views.ts';

export const api = { ...viewsApi, ...attributesApi };
