import type { AssessmentDetail, AssessmentRevision } from '@courseline/contracts';

/** A PHQ-9 of 8 points, answered on paper. */
export function aFormRevision(facts: Partial<AssessmentRevision> = {}): AssessmentRevision {
  return {
    n: 1,
    status: 'current',
    answers: [2, 1, 0, 1, 1, 1, 1, 1, 0],
    difficulty: 1,
    importedTotal: null,
    total: 8,
    scoreStatus: 'complete',
    context: 'between',
    onDate: '2026-11-16',
    at: null,
    way: 'staff',
    reason: null,
    byName: 'Nora Brandt',
    recordedAt: '2026-11-16T15:00:00Z',
    ...facts,
  };
}

export function aFormDetail(facts: Partial<AssessmentDetail> = {}): AssessmentDetail {
  return {
    id: '01900000-0000-7000-8000-0000000000f1',
    patientId: '01900000-0000-7000-8000-0000000000a1',
    courseId: null,
    sessionId: null,
    instrument: 'phq-9',
    version: 1,
    revisions: [aFormRevision()],
    ...facts,
  };
}
