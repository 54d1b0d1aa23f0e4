/** The list of deals, as the server, the routes and the page know it. */
export const listed = {
  entity: 'deals',
  permission: 'sales.work',
  exportPermission: 'sales.export',
} as const;
