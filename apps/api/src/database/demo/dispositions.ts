import { minutesLater } from './calendar.js';
import type { AlertDispositionRow, AssessmentContext, Decision } from './clinical-rows.js';
import type { DemoPatient } from './patient.js';
import { clamp } from './random.js';
import type { Site } from './site.js';

export interface RaisedAlert {
  readonly alertId: string;
  /** 1 to 3, or null where item 9 was not answered. */
  readonly value: number | null;
  readonly at: Date;
  readonly form: { readonly context: AssessmentContext; readonly way: 'patient' | 'staff' };
}

const notes: Readonly<Record<Decision, readonly (string | null)[]>> = {
  'safe-to-treat-today': [
    'Passive thoughts, no plan or intent. Partner at home tonight.',
    'Long-standing passive wish not to wake up, unchanged. No intent.',
    'No plan, no means at home. Wants to go on with treatment today.',
    'Thoughts are fleeting and less than last week.',
    null,
  ],
  'dose-postponed': [
    'New thoughts since Sunday with some planning; dose moved, psychiatrist saw them the same hour.',
    'Too unsettled for a dose today. Seen by the clinician, back in two days.',
  ],
  'safety-plan-agreed': [
    'Called within the hour. Plan gone through line by line, sister holds the tablets.',
    'Spoke by phone: worse at night, agreed to call the crisis line first, then us in the morning.',
    'Plan updated with two new contacts.',
    null,
  ],
  'seen-same-day': [
    'Came in at noon. Passive thoughts, hopeless about work. Follow-up call tomorrow.',
    'Video visit the same afternoon with the clinician.',
  ],
  'emergency-services': ['Intent with a plan, alone at home. Ambulance called, admitted voluntarily.'],
  'could-not-reach': ['No answer on two calls, voicemail left with the crisis line number.'],
  'answer-in-error': ['Meant the row above: asked again, answer is "not at all".'],
  other: ['Item left out. Asked in person: no thoughts of death or self-harm, no C-SSRS needed.'],
};

/**
 * What people did about an alert: within minutes in the clinic, within the hour or two from home. Now and then
 * someone is not reached at the first try, and a second disposition closes the alert.
 */
export function addDispositions(site: Site, patient: DemoPatient, alert: RaisedAlert): void {
  const { random } = patient;
  const isAtClinic = alert.form.context === 'before-dose' && alert.form.way === 'staff';
  let after = isAtClinic ? random.whole(4, 25) : random.whole(12, 95);
  if (!isAtClinic && random.chance(0.05)) {
    add(site, patient, alert, after, 'could-not-reach', null);
    after += random.whole(25, 150);
  }
  const value = alert.value ?? 0;
  const decision = alert.value === null ? 'other' : decisionFor(patient, alert.form.context, value);
  const level = clamp(value - 1 + random.whole(0, 2), 0, decision === 'safe-to-treat-today' ? 2 : 4);
  const cssrs = alert.value === null ? 0 : level;
  add(site, patient, alert, after, decision, decision === 'emergency-services' ? 5 : cssrs);
}

function decisionFor({ random }: DemoPatient, context: AssessmentContext, value: number): Decision {
  if (value === 3 && random.chance(0.04)) return 'emergency-services';
  if (random.chance(0.008)) return 'answer-in-error';
  return context === 'before-dose'
    ? random.weighted<Decision>([
        ['safe-to-treat-today', value === 3 ? 5 : 14],
        ['safety-plan-agreed', 3],
        ['dose-postponed', value === 3 ? 1 : 0],
      ])
    : random.weighted<Decision>([
        ['safety-plan-agreed', 6],
        ['seen-same-day', 1 + value],
      ]);
}

function add(
  site: Site,
  patient: DemoPatient,
  alert: RaisedAlert,
  minutesAfter: number,
  decision: Decision,
  cssrsLevel: number | null,
): void {
  const { random } = patient;
  const latest = site.calendar.now.getTime();
  const at = new Date(Math.min(latest, minutesLater(alert.at, minutesAfter).getTime()));
  const isOfClinician = decision !== 'could-not-reach' && random.chance(0.8);
  const row: AlertDispositionRow = {
    clinic_id: site.clinicId,
    id: random.uuid(at),
    alert_id: alert.alertId,
    patient_id: patient.id,
    cssrs_level: decision === 'could-not-reach' ? null : cssrsLevel,
    safety_plan_reviewed:
      decision === 'safety-plan-agreed' || (decision !== 'could-not-reach' && random.chance(0.75)),
    decision,
    note: random.pick(notes[decision]),
    recorded_by: isOfClinician ? patient.clinicianId : patient.nurseId,
    recorded_at: at,
  };
  site.rows.add('alert_disposition', row);
}
