import type { PlainDraftFields } from '@courseline/contracts';
import type { Agent, Route } from '@courseline/treatment';

type Details = PlainDraftFields['route-details'];
type NameOf<Kind> = {
  [Name in keyof Details]-?: Exclude<Details[Name], undefined> extends Kind ? Name : never;
}[keyof Details];

/** What is written down of a dose besides its milligrams, by the route it was given (clinical practice and the REMS form). */
export type RouteDetail =
  | { readonly kind: 'yes-no'; readonly name: NameOf<boolean>; readonly label: string }
  | {
      readonly kind: 'number';
      readonly name: NameOf<number>;
      readonly label: string;
      readonly from: number;
      readonly to: number;
      readonly unit?: string;
    }
  | { readonly kind: 'text'; readonly name: NameOf<string>; readonly label: string; readonly most: number };

const atHome: RouteDetail = { kind: 'yes-no', name: 'atHome', label: 'Taken at home' };
const sites: RouteDetail = { kind: 'text', name: 'sites', label: 'Sites', most: 200 };
const split: RouteDetail = {
  kind: 'number',
  name: 'splitDoses',
  label: 'In how many doses',
  from: 1,
  to: 20,
};
const form: RouteDetail = { kind: 'text', name: 'form', label: 'Form, such as troche', most: 100 };
const monitor: RouteDetail = { kind: 'yes-no', name: 'monitorPresent', label: 'Someone present' };
const lot: RouteDetail = { kind: 'text', name: 'lot', label: 'Lot', most: 60 };

const byRoute: Readonly<Record<Route, readonly RouteDetail[]>> = {
  iv: [{ kind: 'yes-no', name: 'bolus', label: 'Bolus' }],
  im: [sites, split],
  sc: [sites, split, atHome],
  sublingual: [
    form,
    { kind: 'number', name: 'holdMinutes', label: 'Held for', from: 0, to: 120, unit: 'min' },
    { kind: 'yes-no', name: 'swallowed', label: 'Swallowed' },
    monitor,
    atHome,
  ],
  oral: [form, monitor, atHome],
  intranasal: [{ kind: 'number', name: 'sprays', label: 'Sprays', from: 1, to: 40 }, lot, atHome],
};

const esketamine: readonly RouteDetail[] = [
  { kind: 'number', name: 'devices', label: 'Devices of 28 mg', from: 1, to: 6 },
  lot,
];

export function routeDetailsOf(agent: Agent, route: Route): readonly RouteDetail[] {
  return agent === 'esketamine' ? esketamine : byRoute[route];
}
