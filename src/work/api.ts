import { attributesApi } from './api/attributes.ts';
import { homeApi } from './api/home.ts';
import { labelsApi } from './api/labels.ts';
import { mentionsApi } from './api/mentions.ts';
import { tasksApi } from './api/tasks.ts';
import { templatesApi } from './api/templates.ts';
import { viewsApi } from './api/views.ts';
import { writingApi } from './api/writing.ts';

export const api = {
  ...viewsApi,
  ...attributesApi,
  ...labelsApi,
  ...writingApi,
  ...templatesApi,
  ...mentionsApi,
  ...tasksApi,
  ...homeApi,
};
