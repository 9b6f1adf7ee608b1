import { anchoredPatients } from './anchored-patients.js';
import { clock } from './calendar.js';
import { HISTORY_DAYS, STAFF_LEFT_DAY } from './clinic-rows.js';
import { addCorrections } from './corrections.js';
import { DayBook } from './day-book.js';
import { DemoRows } from './demo-rows.js';
import { addForm, answered } from './forms.js';
import { aPatient, type Addresses } from './new-patient.js';
import { addPatient, addToCareTeam, type DemoPatient } from './patient.js';
import { priorTreatmentsOf } from './prior-treatments.js';
import type { Random } from './random.js';
import { regimenOf, type RegimenId } from './regimens.js';
import { anIllness } from './scores.js';
import type { Site } from './site.js';
import { addStories } from './stories.js';
import { addTreatment } from './treatment.js';

export interface HistoryOptions {
  readonly addresses: Addresses;
  readonly passwordHash: string;
  readonly scale: number;
}

/** Patients of one batch: enough to write quickly, few enough to hold. */
const BATCH = 300;
/** A new induction begins after at least so many days without a dose. */
const PAUSE_DAYS = 60;

/** All patients of one clinic, in the order they registered after those whose stories are told. */
export function* clinicHistory(opened: Site, options: HistoryOptions): Generator<DemoRows> {
  const { clinic } = opened;
  const book = new DayBook(clinic.chairs * options.scale, Math.ceil(clinic.chairs / 4));
  let site: Site = { ...opened, rows: new DemoRows() };
  addStories(site, book, options);
  for (const request of anchoredPatients(site)) {
    const { random, registration } = request;
    const patient = register(site, random, registration, options);
    addTreatment(site, patient, random.fork('course'), { ...request.course, calendar: site.calendar, book });
  }
  addCorrections(site, options);
  const count = clinic.patients * options.scale;
  for (let index = 0; index < count; index += 1) {
    addNaturalPatient(site, index, count, book, options);
    if ((index + 1) % BATCH === 0) {
      yield site.rows;
      site = { ...opened, rows: new DemoRows() };
    }
  }
  yield site.rows;
}

/** Registers someone, with access and past treatments as they have them. */
export function register(
  site: Site,
  random: Random,
  registration: Parameters<typeof aPatient>[2],
  { addresses, passwordHash }: HistoryOptions,
): DemoPatient {
  const patient = aPatient(site, random, registration);
  const { person, mrn, accountId } = patient;
  const access = accountId === null ? null : { email: addresses.for(person, mrn), passwordHash };
  const isResistant = person.indications.includes('treatment-resistant-depression');
  addPatient(site, patient, access, priorTreatmentsOf(random.fork('tried'), isResistant));
  if (registration.day < STAFF_LEFT_DAY - 10 && random.fork('left').chance(0.2)) addWhoLeft(site, patient);
  return patient;
}

/** A nurse who has left the clinic treated some of those who came before. */
function addWhoLeft(site: Site, patient: DemoPatient): void {
  const left = site.staff.find(({ member }) => member.state === 'left');
  if (left === undefined) return;
  const at = site.calendar.at(STAFF_LEFT_DAY, clock('11:05'));
  addToCareTeam(site, patient, left.accountId, { at, by: patient.clinicianId, reason: 'Left the clinic' });
}

function addNaturalPatient(
  site: Site,
  index: number,
  count: number,
  book: DayBook,
  options: HistoryOptions,
): void {
  const random = site.random.fork(`patient ${index}`);
  // The clinics grow: the power makes later days denser.
  const share = ((index + random.next()) / count) ** 0.85;
  const wishedDay = -HISTORY_DAYS + Math.floor(share * (HISTORY_DAYS + 4));
  const firstDay = startingDay(site, random, wishedDay);
  const registeredDay = site.calendar.lastWorkdayBefore(Math.min(firstDay - random.whole(4, 20), -1) + 1);
  const mrn = `${site.clinic.mrnPrefix}-${10_000 + index * 7 + random.whole(0, 5)}`;
  const patient = register(site, random, { mrn, day: registeredDay }, options);
  if (firstDay >= -1) {
    addReferral(site, patient, random.fork('referral'), registeredDay);
    return;
  }
  const mayReturn = index % 4 === 1 && share < 0.8;
  const regimenId = mayReturn && random.chance(0.3) ? 'ssri' : random.weighted(site.clinic.regimens);
  const diary = { calendar: site.calendar, book, anchor: null };
  const first = addTreatment(site, patient, random.fork('first course'), {
    ...diary,
    regimen: regimenOf(regimenId),
    firstDay,
  });
  const lastDay = first.ending?.day ?? null;
  if (!mayReturn || lastDay === null) return;
  const againDay = lastDay + PAUSE_DAYS + random.whole(5, 120);
  if (againDay > -8) return;
  const second = random.weighted(site.clinic.regimens.filter(([id]) => id !== 'ssri'));
  addTreatment(site, patient, random.fork('second course'), {
    ...diary,
    regimen: regimenOf(first.ending?.reason === 'no-benefit' ? otherThan(second, regimenId) : second),
    firstDay: startingDay(site, random, againDay),
  });
}

/** A series twice a week begins on one of the first days of the week, so that it keeps clear of weekends. */
function startingDay({ calendar }: Site, random: Random, day: number): number {
  if (calendar.isWorkday(day) && calendar.isWorkday(day + 1)) return day;
  return calendar.workdayFrom(day + 1) + random.whole(0, 2);
}

function otherThan(wanted: RegimenId, tried: RegimenId): RegimenId {
  if (wanted !== tried) return wanted;
  return tried === 'esketamine' ? 'iv-ketamine' : 'esketamine';
}

/** Someone referred who has not begun: seen once, with the first forms. */
function addReferral(site: Site, patient: DemoPatient, random: Random, day: number): void {
  const { start } = anIllness(random, random);
  for (const [order, instrument] of (['phq-9', 'gad-7'] as const).entries()) {
    addForm(site, patient, {
      instrument,
      ...answered(random, instrument, patient.profile, start[instrument], true),
      day,
      at: site.calendar.at(day, clock('16:40') + order * 3),
      context: 'between',
      courseId: null,
      sessionId: null,
      way: 'staff',
      by: patient.nurseId,
      isAlertOpen: false,
    });
  }
}
