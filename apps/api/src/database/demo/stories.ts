import type { HistoryOptions } from './clinic-history.js';
import type { DayBook } from './day-book.js';
import { adequateTrial } from './prior-treatments.js';
import { accountOf, type Site } from './site.js';
import { tellPatient } from './story.js';
import { tellCourse } from './story-course.js';
import { tellRivera } from './story-rivera.js';

/** The people whom the first clinic's caseload is about. */
export function addStories(site: Site, book: DayBook, options: HistoryOptions): void {
  if (site.clinic.slug !== 'harbor-clinic') return;
  tellRivera(site, book, options);
  tellAdeyemi(site, options);
  tellChen(site, options);
}

/** Responded in spring, stable under maintenance, and now worse by seven points from the best score. */
function tellAdeyemi(site: Site, options: HistoryOptions): void {
  const patient = tellPatient(
    site,
    {
      mrn: 'HC-11630',
      day: -181,
      clinicianId: accountOf(site, 'okafor'),
      nurseId: accountOf(site, 'brandt'),
      weightKg: 91,
      person: {
        familyName: 'Adeyemi',
        givenName: 'Tunde',
        sex: 'male',
        birthDate: site.calendar.date(-Math.round(47.7 * 365.25)),
        ageYears: 47,
        phone: '(212) 555-0119',
        email: null,
        indications: ['treatment-resistant-depression', 'generalised-anxiety'],
        allergies: null,
        contraindications: 'Treated hypertension: pressure before each dose, call above 160/100.',
      },
    },
    [
      adequateTrial('Escitalopram', '20 mg', 16, 'No benefit.'),
      adequateTrial('Duloxetine', '90 mg', 12, 'No benefit after a full trial.'),
    ],
    options,
  );
  tellCourse(site, patient, {
    induction: [-170, -167, -163, -160, -156, -153],
    maintenance: [-139, -125, -97, -69, -41, -18, 3],
    perKg: 0.5,
    weightKg: 91,
    scores: [
      [-171, 21, 15],
      [-163, 16, 12],
      [-156, 12, 10],
      [-143, 10, 8],
      [-125, 9, 8],
      [-97, 8, 7],
      [-69, 8, 6],
      [-41, 9, 7],
      [-18, 11, 8],
      [-4, 15, 9],
    ],
    effects: [['dissociation', 1, 10, 35]],
  });
}

/** A responder who keeps it. */
function tellChen(site: Site, options: HistoryOptions): void {
  const patient = tellPatient(
    site,
    {
      mrn: 'HC-11805',
      day: -120,
      clinicianId: accountOf(site, 'okafor'),
      nurseId: accountOf(site, 'pham'),
      weightKg: 68,
      person: {
        familyName: 'Chen',
        givenName: 'Wei',
        sex: 'male',
        birthDate: site.calendar.date(-Math.round(29.2 * 365.25)),
        ageYears: 29,
        phone: '(212) 555-0131',
        email: null,
        indications: ['treatment-resistant-depression'],
        allergies: 'None known.',
        contraindications: null,
      },
    },
    [
      adequateTrial('Sertraline', '150 mg', 11, 'No benefit.'),
      adequateTrial('Mirtazapine', '30 mg', 8, 'No change on the PHQ-9.'),
    ],
    options,
  );
  tellCourse(site, patient, {
    induction: [-112, -109, -105, -102, -98, -95],
    maintenance: [-81, -67, -47, -19, 9],
    perKg: 0.5,
    weightKg: 68,
    scores: [
      [-113, 20, 14],
      [-105, 15, 11],
      [-98, 11, 9],
      [-84, 9, 7],
      [-47, 8, 6],
      [-19, 7, 5],
      [-5, 6, 5],
    ],
    effects: [
      ['dissociation', 2, 8, 45],
      ['dizziness', 1, 12, 30],
    ],
  });
}
