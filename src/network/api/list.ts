/** The lists of coverage and of competitors' offers, as server, routes and pages know them. */
export const coverageList = { entity: 'coverages', permission: 'network.check' } as const;
export const offerList = { entity: 'competitor-offers', permission: 'network.check' } as const;
