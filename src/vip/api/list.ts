/** The list of clients, as the server, the routes and the page know it. */
export const listed = {
  entity: 'vip',
  permission: 'vip.work',
  exportPermission: 'vip.export',
} as const;
