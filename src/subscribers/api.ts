import { listRoutes } from '../kernel/list/api.ts';
import { bulkApi } from './api/bulk.ts';
import { contactsApi } from './api/contacts.ts';
import { documentsApi } from './api/documents.ts';
import { duplicatesApi } from './api/duplicates.ts';
import { factsApi } from './api/facts.ts';
import { householdsApi } from './api/households.ts';
import { listed } from './api/list.ts';
import { mergingApi } from './api/merging.ts';
import { personalDataApi } from './api/personal-data.ts';
import { placesApi } from './api/places.ts';
import { recordApi } from './api/record.ts';

export const api = {
  ...listRoutes(listed),
  ...bulkApi,
  ...recordApi,
  ...contactsApi,
  ...documentsApi,
  ...placesApi,
  ...factsApi,
  ...householdsApi,
  ...duplicatesApi,
  ...mergingApi,
  ...personalDataApi,
};
