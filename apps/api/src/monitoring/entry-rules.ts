import type { NewMonitoringEntry } from '@courseline/contracts';
import {
  dischargeStops,
  doseStart,
  entriesOf,
  sideEffectSpells,
  standingEntries,
  startStops,
  unanswered,
  type Agent,
  type MonitoringEntry,
  type Override,
  type Stop,
} from '@courseline/treatment';
import { DomainError } from '../http/domain-error.js';

export interface Timeline {
  readonly agent: Agent;
  readonly entries: readonly MonitoringEntry[];
  readonly now: Date;
  readonly openAlerts: number;
}

/** A clock that is ahead a little is no lie; something of yesterday is another session's. */
const AHEAD = 2 * 60_000;
const BACK = 24 * 60 * 60_000;

/** Why an entry cannot stand on this timeline, or null. */
export function entryProblems(entry: NewMonitoringEntry, timeline: Timeline): DomainError | null {
  const at = Date.parse(entry.at);
  if (at > timeline.now.getTime() + AHEAD) return refused('/at', 'This has not happened yet.');
  if (at < timeline.now.getTime() - BACK)
    return refused('/at', 'This is more than a day ago: it belongs into an amendment of the signed session.');
  const standing = standingEntries(timeline.entries);
  if (entry.withdraws !== null && !standing.some(({ id }) => id === entry.withdraws))
    return conflict('Somebody has corrected or taken back this entry already.');
  // What is corrected counts no more.
  const others = standing.filter(({ id }) => id !== entry.withdraws);
  return orderProblem(entry, others) ?? stopProblem(entry, others, timeline);
}

function orderProblem(
  { body }: NewMonitoringEntry,
  standing: readonly MonitoringEntry[],
): DomainError | null {
  const started = doseStart(standing) !== null;
  const lasting = (code: string) =>
    sideEffectSpells(standing).some((spell) => spell.code === code && spell.to === null);
  const infusion = standing.findLast(({ body: { kind } }) => kind.startsWith('infusion-'))?.body.kind ?? null;
  switch (body.kind) {
    case 'dose-started':
      return started ? conflict('The dose was started before.') : null;
    case 'side-effect-ended':
      return lasting(body.code) ? null : conflict('This side effect was ended before.');
    case 'infusion-paused':
    case 'infusion-ended':
      if (!started) return refused('/body', 'The dose has not been started.');
      if (infusion === 'infusion-ended') return conflict('The infusion was ended before.');
      return body.kind === infusion ? conflict('The infusion was paused before.') : null;
    case 'infusion-resumed':
      return infusion === 'infusion-paused' ? null : conflict('The infusion runs, or was ended.');
    case 'discharged':
      if (!started) return refused('/body', 'The dose has not been started.');
      return entriesOf('discharged', standing).length > 0
        ? conflict('The patient was discharged before.')
        : null;
    case 'readings':
    case 'side-effect':
    case 'rescue-medication':
    case 'note':
    case 'withdrawal':
      return null;
  }
}

function stopProblem(
  { at, body }: NewMonitoringEntry,
  standing: readonly MonitoringEntry[],
  { agent, openAlerts }: Timeline,
): DomainError | null {
  if (body.kind === 'dose-started')
    return unlessOverridden(startStops(standing, { openAlerts }), body.overrides);
  if (body.kind === 'discharged')
    return unlessOverridden(dischargeStops(agent, standing, body, new Date(at)), body.overrides);
  return null;
}

function unlessOverridden(stops: readonly Stop[], overrides: readonly Override[]): DomainError | null {
  const open = unanswered(stops, overrides);
  if (open.length === 0) return null;
  return new DomainError('rule-violated', {
    errors: open.map(({ rule, words }) => ({ pointer: `/body/overrides/${rule}`, detail: words })),
  });
}

function refused(pointer: string, detail: string): DomainError {
  return new DomainError('rule-violated', { errors: [{ pointer, detail }] });
}

function conflict(detail: string): DomainError {
  return new DomainError('conflict', { detail });
}
