import type { Handlers } from '../../kernel/wiring.ts';
import type { playbooksApi } from '../api/playbooks.ts';
import { addPlaybook } from './add-playbook.ts';
import { answerStep } from './answer-step.ts';
import { changePlaybook } from './change-playbook.ts';
import { endRun } from './end-run.ts';
import { listPlaybooks } from './list-playbooks.ts';
import { listRuns } from './list-runs.ts';
import { listVersions } from './list-versions.ts';
import { startPlaybook } from './start-playbook.ts';

export const playbookHandlers: Handlers<typeof playbooksApi> = {
  'GET /api/vip-playbooks': listPlaybooks,
  'POST /api/vip-playbooks': addPlaybook,
  'PUT /api/vip-playbooks/{id}': changePlaybook,
  'GET /api/vip-playbooks/{id}/versions': listVersions,
  'GET /api/vip/{id}/playbooks': listRuns,
  'POST /api/vip/{id}/playbooks': startPlaybook,
  'POST /api/vip-playbook-runs/{id}/answer': answerStep,
  'POST /api/vip-playbook-runs/{id}/end': endRun,
};
