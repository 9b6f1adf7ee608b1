import { clock } from './calendar.js';
import type { HistoryOptions } from './clinic-history.js';
import { addCourse } from './courses.js';
import type { DayBook } from './day-book.js';
import { adequateTrial } from './prior-treatments.js';
import type { SessionRoute } from './sessions.js';
import { accountOf, type Site } from './site.js';
import { tellForm, tellPatient, tellSession, type ToldForm } from './story.js';

const INTAKE = -15;
const infusion: SessionRoute = { agent: 'ketamine', route: 'iv', infusionMinutes: 40 };

/** PHQ-9 and GAD-7 so far: the day, when, and the answers. */
const forms = [
  { day: INTAKE, time: '10:10', depression: '232332110', difficulty: 2, anxiety: '2222112', way: 'staff' },
  { day: -11, time: '13:55', depression: '232222110', difficulty: 2, anxiety: '2222112', way: 'patient' },
  { day: -7, time: '08:20', depression: '222222120', difficulty: 2, anxiety: '2212112', way: 'patient' },
  { day: -4, time: '07:48', depression: '221222110', difficulty: 2, anxiety: '2211112', way: 'patient' },
  { day: 0, time: '09:12', depression: '121221111', difficulty: 1, anxiety: '2111112', way: 'patient' },
] as const;
/** How she was before each dose and hours after it: mood, anxiety and detachment. One evening she forgot. */
const rightNow = [
  { day: -14, time: '13:48', answers: '271', context: 'before-dose' },
  { day: -14, time: '18:41', answers: '452', context: 'after-dose' },
  { day: -13, time: '14:52', answers: '641', context: 'after-dose' },
  { day: -11, time: '14:02', answers: '361', context: 'before-dose' },
  { day: -11, time: '18:37', answers: '543', context: 'after-dose' },
  { day: -10, time: '15:10', answers: '641', context: 'after-dose' },
  { day: -7, time: '13:55', answers: '450', context: 'before-dose' },
  { day: -6, time: '14:35', answers: '731', context: 'after-dose' },
  { day: -4, time: '14:05', answers: '540', context: 'before-dose' },
  { day: -4, time: '18:33', answers: '632', context: 'after-dose' },
  { day: -3, time: '16:02', answers: '720', context: 'after-dose' },
] as const;
const traumaAtIntake = '33123331233332122323';

/**
 * Ana Rivera, 34: in the middle of her induction, the fifth of six sessions this afternoon. She answered this
 * morning from home; item 9 says "several days" and nobody has seen it yet.
 */
export function tellRivera(site: Site, book: DayBook, options: HistoryOptions): void {
  const { calendar } = site;
  const patient = tellPatient(
    site,
    {
      mrn: 'HC-12036',
      day: INTAKE - 6,
      clinicianId: accountOf(site, 'okafor'),
      nurseId: accountOf(site, 'brandt'),
      weightKg: 84,
      person: {
        familyName: 'Rivera',
        givenName: 'Ana',
        sex: 'female',
        birthDate: calendar.date(-Math.round(34.4 * 365.25)),
        ageYears: 34,
        phone: '(212) 555-0168',
        email: null,
        indications: ['major-depression', 'ptsd'],
        allergies: 'Penicillin: rash.',
        contraindications: null,
      },
    },
    [
      adequateTrial('Sertraline', '200 mg', 14, 'No benefit.'),
      adequateTrial('Venlafaxine', '225 mg', 10, 'No benefit after a full trial.'),
      adequateTrial('Bupropion XL', '300 mg', 9, 'No change on the PHQ-9.'),
    ],
    options,
  );
  const at = calendar.at(INTAKE, clock('11:05'));
  const courseId = patient.random.uuid(at);
  addCourse(site, patient, courseId, [
    {
      at,
      by: patient.clinicianId,
      reason: null,
      details: {
        agent: 'ketamine',
        agent_name: null,
        route: 'iv',
        started_on: calendar.date(INTAKE),
        declared_day_zero: null,
        ended_on: null,
        end_reason: null,
        end_note: null,
        ordered_mg: null,
        ordered_mg_per_kg: 0.5,
        infusion_minutes: 40,
        setting_tag: 'music, eye mask',
        note: null,
      },
      phases: [
        { phase: 'induction', starts_on: calendar.date(-14), planned_sessions: 6, interval_days: 3.5 },
      ],
    },
  ]);
  const start = { courseId, phase: 'induction', treatment: infusion, bookedDay: INTAKE } as const;
  const cautious = { ...start, order: { mg: 39, perKg: null } };
  const full = { ...start, order: { mg: null, perKg: 0.5 } };
  const weight = { weightKg: 84.2, weighedDay: -14 };
  tellSession(site, patient, cautious, {
    day: -14,
    time: '14:30',
    given: {
      ...weight,
      mg: 39,
      doseReason: 'Cautious start: first time, anxious about it.',
      effects: [
        ['dissociation', 2, 9, 44],
        ['nausea', 1, 20, 25],
      ],
    },
  });
  const second = tellSession(site, patient, cautious, {
    day: -11,
    time: '14:30',
    given: {
      ...weight,
      mg: 39,
      pressures: [
        [126, 80],
        [168, 103],
      ],
      effects: [
        ['dissociation', 2, 8, 40],
        ['bp_increase', 1, 40, 25],
      ],
    },
  });
  const third = tellSession(site, patient, full, {
    day: -7,
    time: '14:30',
    given: {
      weightKg: 84.1,
      weighedDay: -7,
      mg: 42,
      doseReason: 'Up to 0.5 mg/kg: well tolerated.',
      effects: [['dissociation', 1, 10, 35]],
      note: 'Music through headphones, calm throughout. Slept through three nights in a row.',
    },
  });
  const fourth = tellSession(site, patient, full, {
    day: -4,
    time: '14:30',
    given: {
      weightKg: 84,
      weighedDay: -4,
      mg: 42,
      effects: [
        ['dissociation', 1, 10, 38],
        ['nausea', 1, 30, 20, 'patient'],
      ],
      note: 'Partner waited outside and drove home.',
    },
  });
  book.takesToday();
  const fifth = tellSession(site, patient, full, { day: 0, time: '14:30' });
  tellSession(site, patient, full, { day: 3, time: '14:30' });
  const sessionOn: Readonly<Record<number, string>> = {
    [-11]: second,
    [-7]: third,
    [-4]: fourth,
    [0]: fifth,
  };

  for (const form of forms) {
    const common: Omit<ToldForm, 'instrument' | 'answers'> = {
      day: form.day,
      time: form.time,
      way: form.way,
      courseId,
      context: form.day === INTAKE ? 'between' : 'before-dose',
      sessionId: sessionOn[form.day] ?? null,
      isAlertOpen: form.day === 0,
    };
    tellForm(site, patient, {
      ...common,
      instrument: 'phq-9',
      answers: form.depression,
      difficulty: form.difficulty,
    });
    tellForm(site, patient, { ...common, instrument: 'gad-7', answers: form.anxiety });
  }
  tellForm(site, patient, {
    instrument: 'pcl-5',
    answers: traumaAtIntake,
    day: INTAKE,
    time: '10:18',
    way: 'staff',
    courseId,
    context: 'between',
  });

  for (const { day, time, answers, context } of rightNow) {
    tellForm(site, patient, {
      instrument: 'right-now',
      answers,
      day,
      time,
      way: 'patient',
      courseId,
      context,
    });
  }

  const reportedAt = calendar.at(-4, clock('19:24'));
  site.rows.add('side_effect_report', {
    clinic_id: site.clinicId,
    id: patient.random.uuid(reportedAt),
    session_id: fourth,
    patient_id: patient.id,
    code: 'nausea',
    severity: 1,
    onset_minutes: 30,
    duration_minutes: 20,
    note: null,
    reported_by: patient.accountId ?? patient.nurseId,
    reported_at: reportedAt,
    withdrawn_at: null,
  });
}
