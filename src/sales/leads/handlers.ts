import type { Handlers } from '../../kernel/wiring.ts';
import type { leadsApi } from '../api/leads.ts';
import { acceptLead } from './accept-lead.ts';
import { attachLead } from './attach-lead.ts';
import { bringLead } from './bring-lead.ts';
import { declineLead } from './decline-lead.ts';
import { countLeads, listLeads } from './list-leads.ts';
import { openLead } from './open-lead.ts';

export const leadHandlers: Handlers<typeof leadsApi> = {
  'GET /api/leads': listLeads,
  'GET /api/leads/count': countLeads,
  'POST /api/leads': bringLead,
  'GET /api/leads/{id}': openLead,
  'POST /api/leads/{id}/accept': acceptLead,
  'POST /api/leads/{id}/attach': attachLead,
  'POST /api/leads/{id}/decline': declineLead,
};
