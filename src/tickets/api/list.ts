/** The list of tickets, as the server, the routes and the page know it. */
export const listed = {
  entity: 'tickets',
  permission: 'tickets.view',
  exportPermission: 'tickets.export',
} as const;
