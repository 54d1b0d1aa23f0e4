const guided = 'src/sales/guided/guided.db.test.ts';

/** Routes of guided sales, whose reach has a test of its own. */
export const guidedRoutes: Record<string, string> = {
  'POST /api/guided-sales': guided,
  'GET /api/guided-sales/under-way': guided,
  'GET /api/guided-sales/{id}': guided,
  'POST /api/guided-sales/{id}/answer': guided,
  'POST /api/guided-sales/{id}/back': guided,
  'PUT /api/guided-sales/{id}/address': guided,
  'PUT /api/guided-sales/{id}/line': guided,
  'PUT /api/guided-sales/{id}/metres': guided,
  'POST /api/guided-sales/{id}/alternatives': guided,
  'PUT /api/guided-sales/{id}/tariff': guided,
  'POST /api/guided-sales/{id}/objections': guided,
  'PUT /api/guided-sales/{id}/further': guided,
  'PUT /api/guided-sales/{id}/payment': guided,
  'POST /api/guided-sales/{id}/end': guided,
};
