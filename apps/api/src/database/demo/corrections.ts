import { clock } from './calendar.js';
import type { HistoryOptions } from './clinic-history.js';
import { answered, addForm, addFormRevision, type FilledForm } from './forms.js';
import type { DemoPatient } from './patient.js';
import type { Person } from './people.js';
import { addBooking, addGiven, addSession, type BookedSession, type GivenSession } from './sessions.js';
import { accountOf, type Site } from './site.js';
import { tellPatient, usualSession } from './story.js';
import { infusion, tellCourse } from './story-course.js';

const REASON_OF_MOVE = 'Entered on the wrong patient: the names are alike';

/** Two people with nearly one name, and the entries that had to be put right. */
export function addCorrections(site: Site, options: HistoryOptions): void {
  if (site.clinic.slug !== 'harbor-clinic') return;
  const santos = tellSantos(site, options, { familyName: 'Santos', mrn: 'HC-11994', day: -75, weightKg: 63 });
  const santana = tellSantos(site, options, {
    familyName: 'Santana',
    mrn: 'HC-12001',
    day: -72,
    weightKg: 71,
  });
  const scores = (start: number): readonly (readonly [number, number, number])[] => [
    [-66, start, 12],
    [-58, start - 5, 9],
    [-37, start - 9, 7],
    [-9, start - 10, 6],
  ];
  const maintenance = [-37, -9, 19];
  const told = { perKg: 0.5, effects: [['nausea', 1, 20, 25]] as const, maintenance, plannedSessions: 6 };
  const first = tellCourse(site, santos, {
    ...told,
    induction: [-65, -62, -58, -55, -51, -48],
    weightKg: 63,
    scores: scores(18),
  });
  const second = tellCourse(site, santana, {
    ...told,
    induction: [-65, -62, -58, -55],
    weightKg: 71,
    scores: scores(16),
  });
  moveSession(
    site,
    { patient: santos, courseId: first.courseId },
    { patient: santana, courseId: second.courseId },
  );
  amendForm(site, santos, first.courseId);
  enterFormInError(site, santos, first.courseId);
  amendWeight(site, santana, second.courseId);
}

function tellSantos(
  site: Site,
  options: HistoryOptions,
  told: {
    readonly familyName: string;
    readonly mrn: string;
    readonly day: number;
    readonly weightKg: number;
  },
): DemoPatient {
  const person: Person = {
    familyName: told.familyName,
    givenName: 'Marisol',
    sex: 'female',
    birthDate: site.calendar.date(told.familyName === 'Santos' ? -14_880 : -13_951),
    ageYears: told.familyName === 'Santos' ? 40 : 38,
    phone: null,
    email: null,
    indications: ['treatment-resistant-depression'],
    allergies: null,
    contraindications: null,
  };
  const { mrn, day, weightKg } = told;
  const clinicianId = accountOf(site, 'castellanos');
  const nurseId = accountOf(site, 'desrosiers');
  return tellPatient(site, { mrn, day, weightKg, person, clinicianId, nurseId }, [], options);
}

interface Place {
  readonly patient: DemoPatient;
  readonly courseId: string;
}

/** Logged on the one, moved to the other the next morning: two linked versions each, of the session and its form. */
function moveSession(site: Site, from: Place, to: Place): void {
  const day = site.calendar.workdayNear(-52);
  const session = anInfusion(site, from, day, clock('13:00'));
  const given = usualSession(to.patient, session, { mg: 36, weightKg: 71, weighedDay: day, effects: [] });
  const movedAt = site.calendar.at(site.calendar.workdayFrom(day + 1), clock('08:35'));
  const wrongId = addSession(site, from.patient, session, 3);
  const movedSession = {
    ...session,
    courseId: to.courseId,
    bookedAt: movedAt,
    bookedBy: to.patient.clinicianId,
  };
  const rightId = addSession(site, to.patient, movedSession, 1);
  const moved = { recorded_by: to.patient.clinicianId, recorded_at: movedAt, reason: REASON_OF_MOVE };
  const resigned = { ...given, signedAt: movedAt };
  addBooking(site, from.patient, wrongId, session);
  addGiven(site, from.patient, wrongId, session, given, signedVersion(given, 2));
  addTakenOut(
    site,
    from.patient,
    wrongId,
    session,
    resigned,
    { ...moved, n: 3, status: 'belongs-to-another-patient' },
    rightId,
  );
  addGiven(site, to.patient, rightId, movedSession, resigned, { ...moved, n: 1, status: 'current' }, wrongId);

  const answers = { answers: [1, 1, 1, 1, 1, 1, 1, 0, 0], difficulty: 1 };
  const form = { ...aForm(site, from, day, clock('12:52')), ...answers, sessionId: wrongId };
  const rightForm: FilledForm = { ...form, courseId: to.courseId, sessionId: rightId };
  const wrongFormId = addForm(site, from.patient, form, 2);
  const rightFormId = to.patient.random.uuid(movedAt);
  addFormRevision(
    site,
    from.patient,
    wrongFormId,
    form,
    { ...moved, n: 2, status: 'belongs-to-another-patient' },
    rightFormId,
  );
  addForm(site, to.patient, rightForm, 1, {
    id: rightFormId,
    linkedAssessmentId: wrongFormId,
    revision: { ...moved, n: 1, status: 'current' },
  });
}

/** A digit typed wrong from paper. */
function amendForm(site: Site, patient: DemoPatient, courseId: string): void {
  const day = site.calendar.workdayNear(-24);
  const right = { ...aForm(site, { patient, courseId }, day, clock('11:30')), context: 'between' as const };
  const whole = answered(patient.random, 'phq-9', patient.profile, 9, true);
  const asTyped = whole.answers.map((answer, index) => (index === 3 ? 3 - (answer ?? 0) : answer));
  const id = addForm(site, patient, { ...right, ...whole, answers: asTyped }, 2);
  addFormRevision(
    site,
    patient,
    id,
    { ...right, ...whole },
    {
      n: 2,
      status: 'current',
      reason: 'Item 4 was typed wrong from the paper form',
      recorded_by: patient.clinicianId,
      recorded_at: site.calendar.at(day, clock('15:12')),
    },
  );
}

/** The same paper form entered twice. */
function enterFormInError(site: Site, patient: DemoPatient, courseId: string): void {
  const day = site.calendar.workdayNear(-24);
  const form: FilledForm = {
    ...aForm(site, { patient, courseId }, day, clock('11:36')),
    instrument: 'gad-7',
    answers: [2, 2, 2, 2, 1, 1, 2],
    difficulty: null,
    context: 'between',
  };
  const id = addForm(site, patient, form, 2);
  addFormRevision(site, patient, id, form, {
    n: 2,
    status: 'entered-in-error',
    reason: 'Form of another day, entered by mistake',
    recorded_by: patient.clinicianId,
    recorded_at: site.calendar.at(day, clock('15:16')),
  });
}

/** Pounds typed into a field for kilograms, seen when the dose was checked. */
function amendWeight(site: Site, patient: DemoPatient, courseId: string): void {
  const day = site.calendar.workdayNear(-48);
  const session = anInfusion(site, { patient, courseId }, day, clock('15:00'));
  const right = usualSession(patient, session, {
    mg: 36,
    weightKg: 71,
    weighedDay: day,
    effects: [['headache', 1, 90, 120]],
  });
  const typed = { kg: 156.5, entered: 156.5, unit: 'kg' as const, day };
  const id = addSession(site, patient, session, 3);
  addBooking(site, patient, id, session);
  addGiven(site, patient, id, session, { ...right, weight: typed }, signedVersion(right, 2));
  addGiven(site, patient, id, session, right, {
    ...signedVersion(right, 3),
    reason: 'Weight was typed in pounds; the dose given was right',
    recorded_at: site.calendar.at(day, clock('18:02')),
  });
}

/** What was taken out keeps its content and loses its readings to the version before, as in the product. */
function addTakenOut(
  site: Site,
  patient: DemoPatient,
  sessionId: string,
  session: BookedSession,
  given: GivenSession,
  revision: Parameters<typeof addGiven>[5],
  linkedSessionId: string,
): void {
  addGiven(
    site,
    patient,
    sessionId,
    session,
    { ...given, readings: [], sideEffects: [] },
    revision,
    linkedSessionId,
  );
}

function signedVersion(given: GivenSession, n: number): Parameters<typeof addGiven>[5] {
  return { n, status: 'current', reason: 'signed', recorded_by: given.signedBy, recorded_at: given.signedAt };
}

function anInfusion(site: Site, { patient, courseId }: Place, day: number, minutes: number): BookedSession {
  return {
    courseId,
    phase: 'induction',
    day,
    plannedAt: site.calendar.at(day, minutes),
    bookedAt: site.calendar.at(day - 8, clock('09:40')),
    bookedBy: patient.nurseId,
    treatment: infusion,
    order: { mg: null, perKg: 0.5 },
  };
}

function aForm(site: Site, { patient, courseId }: Place, day: number, minutes: number): FilledForm {
  return {
    instrument: 'phq-9',
    answers: [],
    difficulty: null,
    day,
    at: site.calendar.at(day, minutes),
    context: 'before-dose',
    courseId,
    sessionId: null,
    way: 'staff',
    by: patient.nurseId,
    isAlertOpen: false,
  };
}
