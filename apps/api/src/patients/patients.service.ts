import { Injectable } from '@nestjs/common';
import type {
  AmendPatient,
  Patient,
  PatientHistory,
  PatientSearch,
  PatientSearchAnswer,
  RegisterPatient,
} from '@courseline/contracts';
import { dayIn } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { rowOf, type Row } from '../database/row-of.js';
import { refusalOf } from '../database/sql-state.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { CareTeamEntryEntity } from './care-team-entry.entity.js';
import { PatientEntity } from './patient.entity.js';
import { PatientRevisionEntity } from './patient-revision.entity.js';
import { PatientSearchQueries } from './patient-search.queries.js';
import { PatientsQueries } from './patients.queries.js';
import { TreatedPatients } from './treated-patients.js';

const EARLIEST_BIRTH = '1890-01-01';

export interface PatientChange {
  readonly patientId: string;
  readonly expectedN: number;
  readonly reason: string;
}

/** Registers patients and keeps what is known about them; each change is a new revision with its reason. */
@Injectable()
export class PatientsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: PatientsQueries,
    private readonly finder: PatientSearchQueries,
    private readonly treated: TreatedPatients,
  ) {}

  async search(search: PatientSearch): Promise<PatientSearchAnswer> {
    const found = await this.finder.search(search);
    const patients = found.slice(0, search.limit);
    this.context.touch(...patients.map((patient) => patient.id));
    return { patients, more: found.length > search.limit };
  }

  /** Not found where the person may not see the patient. */
  async get(patientId: string): Promise<Patient> {
    const patient = await this.queries.find(patientId);
    if (patient === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    return patient;
  }

  async history(patientId: string): Promise<PatientHistory> {
    await this.treated.requireVisible(patientId);
    return { revisions: await this.queries.listRevisions(patientId) };
  }

  /** Whoever registers a patient is the first of the care team. */
  async register({ confirmDuplicate, ...details }: RegisterPatient): Promise<Patient> {
    this.refuseImpossibleBirth(details.birthDate);
    if (!confirmDuplicate) await this.refuseSamePerson(details);
    const { manager, clinic, principal } = this.context;
    const id = newId();
    const now = this.clock.now();
    this.context.touch(id);
    await refusingTakenNumber(() =>
      manager.insert(PatientEntity, {
        clinicId: clinic.id,
        id,
        mrn: details.mrn,
        currentN: 1,
        createdBy: principal.accountId,
        createdAt: now,
        importBatchId: null,
      }),
    );
    await manager.insert(PatientRevisionEntity, {
      clinicId: clinic.id,
      patientId: id,
      n: 1,
      status: 'current',
      reason: null,
      recordedBy: principal.accountId,
      recordedAt: now,
      ...details,
      importBatchId: null,
    });
    await manager.insert(CareTeamEntryEntity, {
      clinicId: clinic.id,
      id: newId(),
      patientId: id,
      accountId: principal.accountId,
      addedBy: principal.accountId,
      addedAt: now,
      endedBy: null,
      endedAt: null,
      endReason: null,
    });
    await this.context.bumpClinicVersion();
    return this.get(id);
  }

  async amend(patientId: string, expectedN: number, { reason, ...details }: AmendPatient): Promise<Patient> {
    this.refuseImpossibleBirth(details.birthDate);
    const current = await this.currentOf({ patientId, expectedN, reason });
    await this.revise(current, { ...details, reason });
    return this.get(patientId);
  }

  /** Nothing of the record may stand on the patient any more; the number is free for who it belongs to. */
  async enterInError(change: PatientChange): Promise<Patient> {
    const current = await this.currentOf(change);
    const { courses, assessments } = await this.queries.countHoldings(change.patientId);
    if (courses + assessments > 0) {
      throw new DomainError('conflict', {
        detail: `This record holds courses (${courses}) and forms (${assessments}). Put those right first.`,
      });
    }
    await this.revise(current, {
      status: 'entered-in-error',
      reason: change.reason,
      mrn: `in-error-${change.patientId.slice(-12)}`,
    });
    return this.get(change.patientId);
  }

  private async currentOf({ patientId, expectedN }: PatientChange): Promise<Row<PatientRevisionEntity>> {
    await this.treated.requireTreated(patientId);
    const { manager, clinic } = this.context;
    const head = await manager.findOneBy(PatientEntity, { clinicId: clinic.id, id: patientId });
    if (head === null) throw new DomainError('not-found');
    if (head.currentN !== expectedN)
      throw new DomainError('version-conflict', { extra: { version: head.currentN } });
    const current = await manager.findOneByOrFail(PatientRevisionEntity, {
      clinicId: clinic.id,
      patientId,
      n: head.currentN,
    });
    if (current.status !== 'current')
      throw new DomainError('conflict', { detail: 'This patient was entered in error.' });
    return rowOf(current);
  }

  private async revise(
    current: Row<PatientRevisionEntity>,
    change: Partial<Row<PatientRevisionEntity>> & { readonly reason: string },
  ): Promise<void> {
    const { manager, clinic, principal } = this.context;
    const next = { ...current, ...change };
    // The head first: of two writers at once the second waits here and finds the version gone.
    const moved = await refusingTakenNumber(() =>
      this.context.execute(
        `update patient set current_n = $3 + 1, mrn = $4 where clinic_id = $1 and id = $2 and current_n = $3`,
        [clinic.id, current.patientId, current.n, next.mrn],
      ),
    );
    if (moved !== 1) throw new DomainError('version-conflict');
    await manager.insert(PatientRevisionEntity, {
      ...next,
      n: current.n + 1,
      recordedBy: principal.accountId,
      recordedAt: this.clock.now(),
      importBatchId: null,
    });
    await this.context.bumpClinicVersion();
  }

  private refuseImpossibleBirth(birthDate: string | null): void {
    if (birthDate === null) return;
    const today = dayIn(this.context.clinic.timeZone, this.clock.now());
    if (birthDate >= EARLIEST_BIRTH && birthDate <= today) return;
    throw new DomainError('rule-violated', {
      errors: [{ pointer: '/birthDate', detail: 'A day between 1890 and today.' }],
    });
  }

  private async refuseSamePerson(details: Omit<RegisterPatient, 'confirmDuplicate'>): Promise<void> {
    const candidates = await this.finder.listSamePerson(details);
    if (candidates.length === 0) return;
    throw new DomainError('possible-duplicate', {
      detail: 'Someone of this name is registered. Look whether it is the same person.',
      extra: { candidates },
    });
  }
}

/** The number may belong to a patient whom the person may not see, so only the database knows. */
async function refusingTakenNumber<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (refusalOf(error)?.constraint !== 'patient_mrn_unique') throw error;
    throw new DomainError('already-exists', {
      errors: [{ pointer: '/mrn', detail: 'Another patient of the clinic has this record number.' }],
    });
  }
}
