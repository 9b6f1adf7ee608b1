import type { SessionRevision } from '@courseline/contracts';
import {
  doseRulesBroken,
  findSideEffectTerm,
  mgPerKg,
  orderedMilligrams,
  routeDefinition,
  severityWords,
  timesOrdered,
} from '@courseline/treatment';
import { medicineWords, routeDetailWords } from '../../messages/session-words';
import type { Format } from '../../ui/format-context';

type SideEffect = SessionRevision['sideEffects'][number];

/** "42 mg IV over 40 min, 0.50 mg/kg"; null where no dose is recorded. */
export function doseWords(revision: SessionRevision, format: Format): string | null {
  const { givenMg, route, infusionMinutes, weight, agent } = revision;
  if (givenMg === null) return null;
  const over = infusionMinutes === null ? '' : ` over ${infusionMinutes} min`;
  const perKg = agent === 'esketamine' ? null : mgPerKg(givenMg, weight?.kg ?? null);
  const times = timesOrdered(givenMg, orderedMg(revision));
  return [
    `${givenMg} mg ${routeDefinition(route).short}${over}`,
    ...(perKg === null ? [] : [`${format.number(perKg, 2)} mg/kg`]),
    ...(times === null ? [] : [`${format.number(times, 1)} times the order`]),
  ].join(', ');
}

/** What was ordered in mg: of an order per kg, what that is at the weight of this version. */
function orderedMg(revision: SessionRevision): number | null {
  const { orderedMgPerKg, weight } = revision;
  if (orderedMgPerKg === null || weight === null) return revision.orderedMg;
  return orderedMilligrams(orderedMgPerKg, weight.kg);
}

export function orderWords(revision: SessionRevision): string | null {
  const { orderedMgPerKg } = revision;
  const mg = orderedMg(revision);
  if (orderedMgPerKg !== null) return `${orderedMgPerKg} mg/kg${mg === null ? '' : ` = ${mg} mg`}`;
  return mg === null ? null : `${mg} mg`;
}

/** The rules the dose of this version breaks, in words with whose they are. */
export function doseWarnings({ agent, route, givenMg, weight }: SessionRevision): readonly string[] {
  if (givenMg === null) return [];
  return doseRulesBroken({ agent, route, mg: givenMg, weightKg: weight?.kg ?? null }).map(
    ({ words, source }) => `${words} (${source})`,
  );
}

export function weightWords({ weight, onDate }: SessionRevision, format: Format): string | null {
  if (weight === null) return null;
  const kg = weight.unit === 'kg' ? '' : ` (${format.number(weight.kg, 1)} kg)`;
  const on = weight.on === onDate ? '' : `, weighed ${format.dayShort(weight.on)}`;
  return `${format.number(weight.entered, 1)} ${weight.unit}${kg}${on}`;
}

/** "none of the five", "benzodiazepine"; null where nobody asked. */
export function concomitantWords({ concomitant }: SessionRevision): string | null {
  const names = Object.keys(medicineWords).filter(
    (name): name is keyof typeof medicineWords => name in medicineWords,
  );
  const answers = names.map((name) => concomitant[name] ?? null);
  const taken = names
    .filter((_, at) => answers[at] === true)
    .map((name) => medicineWords[name].toLowerCase());
  const other = concomitant.other ?? null;
  const all = other === null ? taken : [...taken, other];
  if (all.length > 0) return all.join(', ');
  return answers.every((answer) => answer === null) ? null : 'none of the five';
}

export function routeDetailsWords({ routeDetails }: SessionRevision): string | null {
  const words = Object.entries(routeDetails).map(([name, value]) => {
    const label = Object.hasOwn(routeDetailWords, name)
      ? routeDetailWords[name as keyof typeof routeDetailWords]
      : name;
    if (typeof value === 'boolean') return value ? label : `not ${label}`;
    return typeof value === 'number' ? `${value} ${label}` : `${label}: ${value}`;
  });
  return words.length === 0 ? null : words.join(', ');
}

/** "moderate, 10 to 55 min": severity first, then from when to when after the start of the dose. */
export function sideEffectWords({ severity, onsetMinutes, durationMinutes }: SideEffect): string {
  const word = severityWords[severity] ?? String(severity);
  if (onsetMinutes !== null && durationMinutes !== null)
    return `${word}, ${onsetMinutes} to ${onsetMinutes + durationMinutes} min`;
  if (durationMinutes !== null) return `${word}, for ${durationMinutes} min`;
  return onsetMinutes === null ? word : `${word}, from ${onsetMinutes} min`;
}

export function sideEffectLabel({ code }: SideEffect): string {
  return findSideEffectTerm(code)?.label ?? code;
}
