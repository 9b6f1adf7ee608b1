import {
  alertSchema,
  draftChangesSchema,
  draftFieldSchema,
  earlierSessionsSchema,
  handOverOfferSchema,
  leavesAlertOpen,
  newDispositionSchema,
  patientSchema,
  sessionDetailSchema,
  sessionDraftSchema,
  sessionLogSchema,
  sessionMonitorSchema,
  signingSchema,
  type Alert,
  type HandOverOffer,
  type NewDisposition,
  type SessionDetail,
  type SessionDraft,
  type SessionLog,
} from '@courseline/contracts';
import { fakeApi, FakeProblem } from './fake-api';
import { aMonitor } from './monitor-builder';
import { anAlert, aPatientRecord } from './session-log-builder';

const assessmentIds: Readonly<Record<string, string>> = {
  'phq-9': '01990000-0000-7000-8000-0000000000f1',
  'gad-7': '01990000-0000-7000-8000-0000000000f2',
  'pcl-5': '01990000-0000-7000-8000-0000000000f3',
};

interface Author {
  readonly id: string;
  readonly name: string;
}

/** The person signed in by `signedInAs`. */
const reader: Author = { id: '01990000-0000-7000-8000-000000000002', name: 'Dr Okafor' };
export const nurse: Author = { id: '01990000-0000-7000-8000-000000000009', name: 'N. Brandt' };

/** A session on the fake API whose draft is kept and versioned as the server does it. */
export class FakeSession {
  log: SessionLog;
  detail: SessionDetail | null = null;
  handOver: HandOverOffer = { instruments: [], hindrance: 'nothing-due', lateForms: [] };
  /** Requests as they came: `PATCH draft`, `POST sign`. */
  readonly requests: string[] = [];
  readonly dispositions: NewDisposition[] = [];
  private saving: Promise<void> = Promise.resolve();
  savedAt = '2026-11-17T20:31:00Z';

  constructor(log: SessionLog) {
    this.log = log;
    const { id } = log.session;
    fakeApi.route('get', `/c/:clinic/sessions/${id}/log`, { response: sessionLogSchema }, () => {
      this.requests.push('GET log');
      return this.log;
    });
    fakeApi.route(
      'get',
      `/c/:clinic/sessions/${id}/hand-over`,
      { response: handOverOfferSchema },
      () => this.handOver,
    );
    fakeApi.route('get', `/c/:clinic/sessions/${id}/monitor`, { response: sessionMonitorSchema }, () =>
      aMonitor(this.savedAt),
    );
    fakeApi.route('get', `/c/:clinic/sessions/${id}/earlier`, { response: earlierSessionsSchema }, () => ({
      sessions: [],
    }));
    fakeApi.route('get', `/c/:clinic/sessions/${id}/draft`, { response: sessionDraftSchema }, () => {
      if (this.log.draft === null) throw new FakeProblem('not-found');
      return this.log.draft;
    });
    fakeApi.route(
      'patch',
      `/c/:clinic/sessions/${id}/draft`,
      { body: draftChangesSchema, response: sessionDraftSchema },
      async ({ body, headers }) => {
        this.requests.push('PATCH draft');
        await this.saving;
        this.expectVersion(headers, this.log.draft?.version ?? 0);
        return this.enter(body.changes, reader);
      },
    );
    fakeApi.route(
      'post',
      `/c/:clinic/sessions/${id}/sign`,
      { body: signingSchema, response: sessionDetailSchema },
      ({ headers }) => {
        this.requests.push('POST sign');
        this.expectVersion(headers, this.log.draft?.version ?? 0);
        if (headers.get('idempotency-key') === null) throw new FakeProblem('idempotency-key-required');
        if (this.detail === null) throw new FakeProblem('rule-violated');
        return this.detail;
      },
    );
    fakeApi.route('get', `/c/:clinic/patients/${log.patient.id}`, { response: patientSchema }, () =>
      aPatientRecord(),
    );
    fakeApi.route('get', `/c/:clinic/sessions/${id}`, { response: sessionDetailSchema }, () => {
      if (this.detail === null) throw new FakeProblem('not-found');
      return this.detail;
    });
  }

  /** A slow server: saves are answered only once the function given back is called. */
  holdSaves(): () => void {
    let answer = (): void => undefined;
    this.saving = new Promise((resolve) => {
      answer = resolve;
    });
    return () => answer();
  }

  /** What someone enters, from wherever. */
  enter(
    changes: readonly { readonly path: string; readonly value: SessionDraft['fields'][string]['value'] }[],
    author: Author,
  ): SessionDraft {
    const fields = { ...this.log.draft?.fields };
    changes.forEach(({ path, value }, at) => {
      const isAnswer = path.startsWith('answers/');
      if (value === null && !isAnswer) {
        Reflect.deleteProperty(fields, path);
        return;
      }
      const parsed = draftFieldSchema(path)?.safeParse(value);
      if (parsed?.success !== true)
        throw new FakeProblem('invalid-request', {
          errors: [{ pointer: `/changes/${at}/value`, detail: `The server does not take ${path}.` }],
        });
      fields[path] = { value, by: author.id, byName: author.name, at: this.savedAt };
    });
    const answered = new Set(
      Object.keys(fields).flatMap((path) => /^answers\/([^/]+)/.exec(path)?.[1] ?? []),
    );
    const draft: SessionDraft = {
      sessionId: this.log.session.id,
      version: (this.log.draft?.version ?? 0) + 1,
      fields,
      assessmentIds: Object.fromEntries(
        Object.entries(assessmentIds).filter(([instrument]) => answered.has(instrument)),
      ),
      updatedAt: this.savedAt,
      updatedByName: author.name,
    };
    this.log = { ...this.log, draft };
    const item9 = changes.find(({ path }) => path === 'answers/phq-9/9')?.value;
    if (typeof item9 === 'number' && item9 > 0)
      this.raise(
        anAlert({
          value: item9,
          answer:
            ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'][item9] ?? null,
          way: 'staff',
          raisedAt: this.savedAt,
          assessmentId: draft.assessmentIds['phq-9'] ?? '',
        }),
      );
    return draft;
  }

  /** An alert about this patient, until a disposition is recorded. */
  raise(alert: Alert): void {
    this.log = { ...this.log, alerts: [...this.log.alerts, alert] };
    fakeApi.route(
      'post',
      `/c/:clinic/alerts/${alert.id}/dispositions`,
      { body: newDispositionSchema, response: alertSchema, status: 201 },
      ({ body }) => {
        this.dispositions.push(body);
        const done: Alert = {
          ...alert,
          open: leavesAlertOpen.includes(body.decision),
          dispositions: [
            {
              id: '01990000-0000-7000-8000-0000000000e9',
              ...body,
              byName: reader.name,
              at: this.savedAt,
            },
          ],
        };
        this.log = {
          ...this.log,
          alerts: this.log.alerts.map((each) => (each.id === alert.id ? done : each)),
        };
        return done;
      },
    );
  }

  /** The draft's values by path. */
  values(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.log.draft?.fields ?? {}).map(([path, field]) => [path, field.value]),
    );
  }

  private expectVersion(headers: Headers, version: number): void {
    if (headers.get('if-match') !== `"${version}"`) throw new FakeProblem('version-conflict', { version });
  }
}
