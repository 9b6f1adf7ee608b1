import {
  findSideEffectTerm,
  severityWords,
  type DueReadings,
  type MonitoringBody,
  type MonitoringMoment,
  type Readings,
} from '@courseline/treatment';

export const monitoringMomentWords: Readonly<Record<MonitoringMoment, string>> = {
  before: 'before the dose',
  'at-15-minutes': 'at 15 minutes',
  'at-40-minutes': 'at 40 minutes',
  'at-60-minutes': 'at 60 minutes',
  'at-90-minutes': 'at 90 minutes',
  'at-120-minutes': 'at 120 minutes',
  end: 'before leaving',
  other: 'in between',
};

/** The anchors of MOAA/S (Chernik 1990) in our own short words, by score. */
export const sedationWords = [
  'no response',
  'to a painful squeeze',
  'to mild prodding',
  'to a loud or repeated call',
  'slow to a call',
  'awake',
] as const;

/** Whose turn it is, in words: "in 8 min", "now", "overdue by 6 min". */
export function dueWords({ state, inMinutes, minute }: DueReadings): string {
  switch (state) {
    case 'done':
      return 'taken';
    case 'missed':
      return 'not taken';
    case 'overdue':
      return inMinutes === null ? 'overdue' : `overdue by ${-inMinutes} min`;
    case 'due':
      return inMinutes === null || inMinutes <= 0 ? 'due now' : `due, in ${inMinutes} min`;
    case 'upcoming':
      return inMinutes === null ? `${minute ?? ''} min after the start` : `in ${inMinutes} min`;
  }
}

/** "128/82, pulse 74, SpO₂ 98 %". */
export function readingsWords(readings: Readings): string {
  const { systolic, diastolic, pulse, spo2, sedation, dissociation } = readings;
  const breaths = readings['respiratory-rate'];
  const parts = [
    systolic === undefined || diastolic === undefined ? null : `${systolic}/${diastolic}`,
    pulse === undefined ? null : `pulse ${pulse}`,
    spo2 === undefined ? null : `SpO₂ ${spo2} %`,
    breaths === undefined ? null : `${breaths} breaths a minute`,
    sedation === undefined ? null : `sedation ${sedation} (${sedationWords[sedation] ?? ''})`,
    dissociation === undefined ? null : `dissociation ${dissociation} of 10`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

const nameOf = (code: string): string => findSideEffectTerm(code)?.label ?? code;

/** One entry of a timeline as a sentence. */
export function entryWords(body: MonitoringBody): string {
  switch (body.kind) {
    case 'dose-started':
      return 'Dose started';
    case 'readings':
      return `Readings ${monitoringMomentWords[body.moment]}: ${readingsWords(body.readings)}`;
    case 'side-effect':
      return `${nameOf(body.code)}, ${severityWords[body.severity] ?? ''}${
        body.reporter === 'patient' ? ', told by the patient' : ''
      }`;
    case 'side-effect-ended':
      return `${nameOf(body.code)} is over`;
    case 'infusion-paused':
      return `Infusion paused${because(body.reason)}`;
    case 'infusion-resumed':
      return 'Infusion goes on';
    case 'infusion-ended':
      return body.reason === null ? 'Infusion ended' : `Infusion stopped early: ${body.reason}`;
    case 'rescue-medication':
      return `Given: ${body.medicine} ${body.dose}`;
    case 'note':
      return body.text;
    case 'discharged':
      return `Discharged${body.escort === null ? '' : `, taken home by ${body.escort}`}${
        body.toldNotToDrive ? ', told not to drive until tomorrow' : ''
      }`;
    case 'withdrawal':
      return `Taken back: ${body.reason}`;
  }
}

function because(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`;
}

/** "before", "start", "12 min": where on the timeline. */
export function minuteWords(minute: number | null): string {
  if (minute === null) return '';
  if (minute === 0) return 'start';
  return minute < 0 ? `${-minute} min before` : `${minute} min`;
}
