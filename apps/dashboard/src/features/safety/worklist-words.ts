import {
  alertOutcomeWords,
  type AlertEvent,
  type AlertFacts,
  type WorklistAlert,
} from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { findSideEffectTerm, readingRanges, type ReadingMoment } from '@courseline/treatment';
import type { Format } from '../../ui/format-context';
import { formatSigned } from '../../ui/format';

const ways: Readonly<Record<WorklistAlert['way'], string>> = {
  patient: 'from the patient',
  kiosk: 'from the patient, on the clinic’s tablet',
  staff: 'entered by staff',
  import: 'imported',
  schedule: 'by the calendar',
};

const comparisons = { previous: 'the form before', baseline: 'the baseline', best: 'the best' } as const;

const moments: Readonly<Record<ReadingMoment, string>> = {
  before: 'before the dose',
  'at-40-minutes': 'at 40 minutes',
  end: 'at the end',
  other: 'during the session',
};

/** What was found, numbers first: "PHQ-9 18, was 12 (+6) at the baseline". */
export function factsWords(facts: AlertFacts): string {
  switch (facts.kind) {
    case 'item-9':
      return itemNine(facts);
    case 'score': {
      const change = facts.total - facts.from;
      const at = facts.comparedWith === 'previous' ? 'in' : 'at';
      return `${nameOf(facts.instrument)} ${facts.total}, was ${facts.from} (${formatSigned(change)}) ${at} ${comparisons[facts.comparedWith]}`;
    }
    case 'fall': {
      const given = facts.sessionsGiven === null ? '' : ` after ${facts.sessionsGiven} doses`;
      return `${nameOf(facts.instrument)} ${facts.total}, was ${facts.baseline} (${formatSigned(facts.total - facts.baseline)}) at the baseline${given}`;
    }
    case 'reading': {
      const { label, unit } = readingRanges[facts.reading];
      const value = facts.diastolic === null ? String(facts.value) : `${facts.value}/${facts.diastolic}`;
      return `${label} ${value}${unit === '' ? '' : ` ${unit}`} ${moments[facts.moment]}`;
    }
    case 'side-effect': {
      const told = facts.codes.map((code) => findSideEffectTerm(code)?.label ?? code).join(', ');
      return facts.sessions > 1 ? `${told}, ${facts.sessions} sessions in a row` : told;
    }
    case 'dose':
      return 'a dose given as a rescue';
    case 'override':
      return `${facts.stops.map(stopWords).join(', ')}: “${facts.reason}”`;
    case 'missed':
      return `${facts.count} check-ins in a row`;
  }
}

function itemNine({ value, from }: Extract<AlertFacts, { kind: 'item-9' }>): string {
  if (value === null) return 'item 9 declined';
  const words = (answer: number): string =>
    `“${(getInstrument('phq-9').options.find((option) => option.value === answer)?.label ?? String(answer)).toLowerCase()}”`;
  return from === null ? `item 9 ${words(value)}` : `item 9 ${words(value)}, was ${words(from)}`;
}

function nameOf(instrument: string): string {
  return getInstrument(instrument).name;
}

/** "today 09:12, from the patient". */
export function raisedWords(alert: Pick<WorklistAlert, 'raisedAt' | 'way'>, format: Format): string {
  return `${format.nearMoment(alert.raisedAt)}, ${ways[alert.way]}`;
}

/** One line of what happened to an alert. */
export function eventWords(event: AlertEvent): string {
  switch (event.kind) {
    case 'acknowledged':
      return 'Taken on';
    case 'assigned':
      return `Given to ${event.ownerName ?? 'a colleague'}`;
    case 'escalated':
      return 'Nobody had taken it on in time: told to the clinicians of the team and to those who lead the clinic';
    case 'resolved':
      return event.outcome === null ? 'Resolved' : alertOutcomeWords[event.outcome];
  }
}

const stops: Readonly<Record<string, string>> = {
  'two-hours': 'less than two hours since the dose',
  'pressure-at-40-minutes': 'no blood pressure at 40 minutes',
  'last-pressure': 'no blood pressure of the last 30 minutes',
  'pressure-near-baseline': 'blood pressure far from where it began',
  oxygen: 'oxygen low or not measured',
  'dissociation-resolved': 'dissociation not resolved',
  'sedation-resolved': 'sedation not resolved',
  escort: 'nobody to take the patient home',
  'told-not-to-drive': 'not told not to drive',
};

function stopWords(stop: string): string {
  return stops[stop] ?? stop.replaceAll('-', ' ');
}
