/** Routes of events for clients, of which no row belongs to anybody. */
export const eventRoutes: Record<string, string> = {
  'GET /api/vip-events': 'events are the operator’s; sums of guests, of nobody by name',
  'POST /api/vip-events': 'events are the operator’s',
  'PUT /api/vip-events/{id}': 'events are the operator’s, led by who is in charge',
  'POST /api/vip-events/{id}/cancel': 'events are the operator’s, led by who is in charge',
  'POST /api/vip-events/{id}/resume': 'events are the operator’s, led by who is in charge',
  'POST /api/vip-events/{id}/teams': 'events are the operator’s, led by who is in charge',
  'PUT /api/vip-event-teams/{id}': 'events are the operator’s, led by who is in charge',
  'DELETE /api/vip-event-teams/{id}': 'events are the operator’s, led by who is in charge',
  'PUT /api/vip-events/{id}/results': 'events are the operator’s, led by who is in charge',
  'POST /api/vip-events/{id}/costs': 'events are the operator’s, led by who is in charge',
  'POST /api/vip-event-costs/{id}/approve': 'events are the operator’s',
  'POST /api/vip-event-costs/{id}/remove': 'events are the operator’s, led by who is in charge',
  'POST /api/vip-events/{id}/photos': 'events are the operator’s, led by who is in charge',
  'GET /api/vip-events/{id}/photos/{fileId}': 'photos are of an event, of nobody by name',
  'POST /api/vip-events/{id}/photos/{fileId}/remove': 'events are the operator’s',
  'GET /api/vip-events/{id}/effect': 'sums of guests, of nobody by name',
};
