import type { Handlers } from '../../kernel/wiring.ts';
import type { settingsApi } from '../api/settings.ts';
import { addPipeline } from './add-pipeline.ts';
import { addStage } from './add-stage.ts';
import { addWord } from './add-word.ts';
import { changeSettings, showSettings } from './change-settings.ts';
import { changePipeline } from './change-pipeline.ts';
import { changeStage } from './change-stage.ts';
import { changeWord } from './change-word.ts';
import { orderPipelines } from './order-pipelines.ts';
import { orderStages } from './order-stages.ts';
import { orderWords } from './order-words.ts';

export const settingsHandlers: Handlers<typeof settingsApi> = {
  'GET /api/sales-settings': showSettings,
  'PUT /api/sales-settings': changeSettings,
  'POST /api/pipelines': addPipeline,
  'PUT /api/pipelines/order': orderPipelines,
  'PUT /api/pipelines/{id}': changePipeline,
  'PUT /api/pipelines/{id}/stages/order': orderStages,
  'POST /api/pipelines/{id}/stages': addStage,
  'PUT /api/pipeline-stages/{id}': changeStage,
  'POST /api/sales-words': addWord,
  'PUT /api/sales-words/order': orderWords,
  'PUT /api/sales-words/{id}': changeWord,
};
