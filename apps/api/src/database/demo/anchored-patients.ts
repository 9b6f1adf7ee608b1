import type { Random } from './random.js';
import type { Registration } from './new-patient.js';
import type { RegimenId } from './regimens.js';
import { regimenOf } from './regimens.js';
import { accountOf, type Site } from './site.js';
import type { TreatmentRequest } from './treatment.js';

export interface AnchoredPatient {
  readonly random: Random;
  readonly registration: Registration;
  readonly course: Omit<TreatmentRequest, 'calendar' | 'book'>;
}

interface Anchored {
  readonly regimen: RegimenId;
  readonly sessionNumber: number;
  readonly day: 'today' | 'tomorrow' | 'yesterday';
  readonly clinician?: string;
  readonly isBaselineForgotten?: true;
  readonly isAlertOpenThisMorning?: true;
}

/** What every morning should show, whatever the weekday: first doses, later ones, something to sign, someone at risk. */
const anchored: Readonly<Record<string, readonly Anchored[]>> = {
  'harbor-clinic': [
    { regimen: 'iv-ketamine', sessionNumber: 1, day: 'today' },
    {
      regimen: 'esketamine',
      sessionNumber: 3,
      day: 'today',
      clinician: 'lindqvist',
      isAlertOpenThisMorning: true,
    },
    { regimen: 'iv-ketamine', sessionNumber: 4, day: 'today', clinician: 'okafor' },
    {
      regimen: 'iv-ketamine',
      sessionNumber: 1,
      day: 'tomorrow',
      clinician: 'okafor',
      isBaselineForgotten: true,
    },
    { regimen: 'iv-ketamine', sessionNumber: 2, day: 'yesterday', clinician: 'okafor' },
    { regimen: 'sublingual-ketamine', sessionNumber: 3, day: 'yesterday', clinician: 'castellanos' },
  ],
  'juniper-ridge': [
    { regimen: 'esketamine', sessionNumber: 2, day: 'today', clinician: 'tsosie' },
    {
      regimen: 'esketamine',
      sessionNumber: 5,
      day: 'today',
      clinician: 'tsosie',
      isAlertOpenThisMorning: true,
    },
    { regimen: 'iv-ketamine', sessionNumber: 3, day: 'today' },
    { regimen: 'sublingual-ketamine', sessionNumber: 1, day: 'today' },
    { regimen: 'esketamine', sessionNumber: 1, day: 'tomorrow', isBaselineForgotten: true },
    { regimen: 'iv-ketamine', sessionNumber: 4, day: 'yesterday' },
  ],
  'larkfield-house': [
    {
      regimen: 'sc-ketamine',
      sessionNumber: 3,
      day: 'today',
      clinician: 'achterberg',
      isAlertOpenThisMorning: true,
    },
    { regimen: 'iv-ketamine', sessionNumber: 2, day: 'today' },
    { regimen: 'oral-ketamine', sessionNumber: 4, day: 'today' },
    { regimen: 'sc-ketamine', sessionNumber: 6, day: 'today', clinician: 'achterberg' },
    { regimen: 'iv-ketamine', sessionNumber: 1, day: 'tomorrow', isBaselineForgotten: true },
    { regimen: 'sc-ketamine', sessionNumber: 5, day: 'yesterday' },
  ],
};

export function anchoredPatients(site: Site): readonly AnchoredPatient[] {
  const { clinic, calendar } = site;
  const days = { today: 0, tomorrow: 1, yesterday: calendar.lastWorkdayBefore(0) };
  return (anchored[clinic.slug] ?? []).map((anchor, index) => {
    const random = site.random.fork(`anchored ${index}`);
    const day = days[anchor.day];
    const offset = regimenOf(anchor.regimen).inductions[0]?.[anchor.sessionNumber - 1] ?? 0;
    const isAtRisk = anchor.isAlertOpenThisMorning === true;
    return {
      random,
      registration: {
        mrn: `${clinic.mrnPrefix}-${10_006 + (clinic.patients - 8 + index) * 7}`,
        day: calendar.lastWorkdayBefore(day - offset - random.whole(7, 15)),
        ...(anchor.clinician === undefined ? {} : { clinicianId: accountOf(site, anchor.clinician) }),
        ...(isAtRisk ? { hasAccess: true, isAtRisk } : {}),
      },
      course: {
        regimen: regimenOf(anchor.regimen),
        firstDay: day - offset,
        anchor: { sessionNumber: anchor.sessionNumber, day },
        isBaselineForgotten: anchor.isBaselineForgotten === true,
        isAlertOpenThisMorning: isAtRisk,
      },
    };
  });
}
