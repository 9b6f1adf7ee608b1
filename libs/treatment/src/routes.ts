/** How a dose enters the body, and the agents it may carry. */
export const routes = ['iv', 'im', 'sc', 'sublingual', 'oral', 'intranasal'] as const;
export type Route = (typeof routes)[number];

export const agents = ['ketamine', 'esketamine'] as const;
export type Agent = (typeof agents)[number];

export interface RouteDefinition {
  readonly route: Route;
  /** In a sentence: "ketamine IV". */
  readonly short: string;
  readonly label: string;
  /** The letters of the mark on a chart's dose lane. */
  readonly mark: string;
  /** Doses of this route are usually ordered per kg of body weight. */
  readonly perKg: boolean;
  /** The dose runs in over minutes. */
  readonly infused: boolean;
}

const definitions: Readonly<Record<Route, RouteDefinition>> = {
  iv: { route: 'iv', short: 'IV', label: 'Intravenous infusion', mark: 'IV', perKg: true, infused: true },
  im: { route: 'im', short: 'IM', label: 'Intramuscular injection', mark: 'IM', perKg: true, infused: false },
  sc: { route: 'sc', short: 'SC', label: 'Subcutaneous injection', mark: 'SC', perKg: true, infused: false },
  sublingual: {
    route: 'sublingual',
    short: 'sublingual',
    label: 'Sublingual or buccal',
    mark: 'SL',
    perKg: false,
    infused: false,
  },
  oral: { route: 'oral', short: 'oral', label: 'Oral', mark: 'PO', perKg: false, infused: false },
  intranasal: {
    route: 'intranasal',
    short: 'intranasal',
    label: 'Intranasal',
    mark: 'IN',
    perKg: false,
    infused: false,
  },
};

/** What a route is called and how it is dosed. */
export function routeDefinition(route: Route): RouteDefinition {
  return definitions[route];
}
