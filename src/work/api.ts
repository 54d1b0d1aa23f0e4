import { viewsApi } from './api/views.ts';

export const api = { ...viewsApi };
