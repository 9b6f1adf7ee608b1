import { screen, waitFor, within } from '@testing-library/react';
import {
  coursesSchema,
  patientSchema,
  patientSearchAnswerSchema,
  patientSearchSchema,
  sessionAmendmentSchema,
  sessionDetailSchema,
  sessionMoveSchema,
  sessionVoidingSchema,
  type SessionAmendment,
  type SessionLog,
  type SessionMove,
  type SessionVoiding,
} from '@courseline/contracts';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { FakeSession } from '../testing/fake-session';
import { atTime } from '../testing/fixed-clock';
import { renderPage } from '../testing/render-page';
import {
  aLoggedInstrument,
  anAlert,
  answeredThisMorning,
  aPatientRecord,
  aSessionDetail,
  aSessionLog,
  aSessionRevision,
  patientId,
  sessionId,
} from '../testing/session-log-builder';

jest.setTimeout(30_000);
atTime('2026-11-18T14:00:00Z');

const address = `/c/harbor/sessions/${sessionId}`;
const path = `/c/:clinic/sessions/${sessionId}`;
const otherPatient = '01990000-0000-7000-8000-0000000000b2';
const otherCourse = '01990000-0000-7000-8000-0000000000c2';

async function open(
  detail = aSessionDetail(),
  roles: ('clinician' | 'nurse' | 'director')[] = ['clinician'],
  log: Partial<Pick<SessionLog, 'instruments' | 'alerts'>> = {},
) {
  signedInAs({ roles });
  const session = new FakeSession(
    aSessionLog({
      session: { state: 'given', version: 2 },
      instruments: [aLoggedInstrument('gad-7', answeredThisMorning('gad-7', [1, 1, 1, 1, 1, 1, 2]))],
      signed: {
        fields: {
          state: 'given',
          dose: { givenMg: 42, asOrdered: false },
          'side-effects-asked': 'none',
          'vitals/end/at': '2026-11-17T21:35:00Z',
          'vitals/end/pulse': 76,
          'answers/gad-7/7': 2,
        },
        byName: 'Dr Okafor',
        at: '2026-11-17T21:44:00Z',
        assessmentIds: { 'gad-7': '01990000-0000-7000-8000-0000000000d2' },
      },
      ...log,
    }),
  );
  session.detail = detail;
  fakeApi.route('get', `/c/:clinic/patients/${patientId}`, { response: patientSchema }, () =>
    aPatientRecord(),
  );
  const page = renderPage(address);
  await screen.findByRole('heading', { name: 'Session of Nov 17, 2026' });
  return { ...page, session };
}

describe('a signed session', () => {
  it('can be read, with who signed it and when', async () => {
    await open();
    expect(screen.getByText('42 mg IV over 40 min, 0.50 mg/kg')).toBeInTheDocument();
    expect(screen.getByText(/Signed by Dr Okafor, Nov 17, 2026, 4:44 PM/)).toBeInTheDocument();
    const vitals = screen.getByRole('table', { name: 'Vitals' });
    expect(within(vitals).getByRole('row', { name: '+40 min 3:12 PM 146/91 88 97' })).toBeInTheDocument();
    expect(screen.getByText('Dissociation', { ignore: 'svg text' }).closest('li')).toHaveTextContent(
      'moderate, 10 to 55 min',
    );
    expect(await screen.findByText('8')).toBeInTheDocument();
  });

  it('shows every version with its reason and what it changed', async () => {
    const amended = aSessionRevision({ n: 3, givenMg: 40, reason: 'Syringe was not empty' });
    const planned = aSessionRevision({
      n: 1,
      state: 'planned',
      signedAt: null,
      signedByName: null,
      reason: null,
      byName: 'N. Brandt',
    });
    await open(aSessionDetail({ version: 3, revisions: [amended, aSessionRevision(), planned] }));
    const versions = within(screen.getByRole('region', { name: 'History' })).getAllByRole('listitem');
    expect(versions[0]).toHaveTextContent(
      'Amended by Dr Okafor, Nov 17, 2026, 4:44 PMReason: Syringe was not emptyGiven: 40 mg, was 42 mg',
    );
    expect(screen.getByText('Signed').closest('li')).toHaveTextContent(/^Signed by Dr Okafor/);
    expect(screen.getByText('Planned').closest('li')).toHaveTextContent('by N. Brandt');
  });

  it('reckons the order from the weight that is right, and keeps the warning about the dose', async () => {
    const amended = aSessionRevision({
      n: 3,
      givenMg: 88,
      orderedMg: 88,
      weight: { kg: 79.8, entered: 79.8, unit: 'kg', on: '2026-11-17' },
      reason: 'Typed in pounds',
    });
    await open(aSessionDetail({ version: 3, revisions: [amended, aSessionRevision()] }));
    const dose = within(screen.getByRole('region', { name: /^Dose/ }));
    expect(dose.getByText('0.5 mg/kg = 39.9 mg')).toBeInTheDocument();
    expect(dose.getByText('88 mg IV over 40 min, 1.10 mg/kg, 2.2 times the order')).toBeInTheDocument();
    expect(dose.getByText(/^! Above 1\.0 mg\/kg\. \(our own rule/)).toBeInTheDocument();
  });

  it('says who signed it first and who amended it, each with the time', async () => {
    const amended = aSessionRevision({
      n: 3,
      signedByName: 'Dr Osei',
      signedAt: '2026-11-18T15:00:00Z',
      byName: 'Dr Osei',
      recordedAt: '2026-11-18T15:00:00Z',
      reason: 'Syringe was not empty',
    });
    await open(aSessionDetail({ version: 3, revisions: [amended, aSessionRevision()] }));
    expect(
      screen.getByText(
        /Signed by Dr Okafor, Nov 17, 2026, 4:44 PM\. Amended by Dr Osei, Nov 18, 2026, 10:00 AM\./,
      ),
    ).toBeInTheDocument();
  });

  it('does not hold the baseline against itself, and keeps item 9 and what was done about it in sight', async () => {
    const answered = answeredThisMorning('phq-9', [2, 2, 2, 2, 1, 1, 1, 0, 1]);
    const assessmentId = answered.answered?.assessmentId ?? '';
    const baseline = { assessmentId, total: 12, onDate: '2026-11-17', prorated: false };
    await open(aSessionDetail(), ['clinician'], {
      instruments: [aLoggedInstrument('phq-9', { ...answered, baseline })],
      alerts: [
        anAlert({
          open: false,
          dispositions: [
            {
              id: '01990000-0000-7000-8000-0000000000e9',
              cssrsLevel: 1,
              safetyPlanReviewed: true,
              decision: 'safe-to-treat-today',
              note: null,
              byName: 'Dr Okafor',
              at: '2026-11-17T19:00:00Z',
            },
          ],
        }),
      ],
    });
    const form = await screen.findByRole('region', { name: 'PHQ-9' });
    expect(form).toHaveTextContent('12, the baseline');
    expect(form).not.toHaveTextContent('was 12');
    const part = screen.getByRole('region', { name: 'Questionnaires' });
    expect(part).toHaveTextContent(/RISK\s*item 9 “several days”/);
    expect(part).toHaveTextContent(/C-SSRS 1, safety plan reviewed, safe to treat today Dr Okafor, /);
  });

  it('leads a director to the scores, and offers no change', async () => {
    await open(aSessionDetail(), ['director']);
    expect(screen.getByRole('link', { name: 'the trajectory' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Amend' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Entered in error' })).not.toBeInTheDocument();
  });
});

describe('putting a session right', () => {
  it('marks it as entered in error with a reason', async () => {
    const { user, session } = await open();
    const sent: SessionVoiding[] = [];
    fakeApi.route(
      'post',
      `${path}/void`,
      { body: sessionVoidingSchema, response: sessionDetailSchema },
      ({ body, headers }) => {
        expect(headers.get('if-match')).toBe('"2"');
        sent.push(body);
        const voided = aSessionRevision({
          n: 3,
          status: 'entered-in-error',
          reason: body.reason,
          readings: [],
          sideEffects: [],
        });
        session.detail = aSessionDetail({
          version: 3,
          forms: [
            {
              assessmentId: '01990000-0000-7000-8000-0000000000d2',
              instrument: 'gad-7',
              status: 'entered-in-error',
            },
          ],
          revisions: [voided, aSessionRevision()],
        });
        return session.detail;
      },
    );
    expect(await screen.findByText('8')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Entered in error' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/leaves every chart and rate of Ana Rivera/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Mark as entered in error' }));
    expect(dialog.getByText('Say why, in three letters or more.')).toBeInTheDocument();
    await user.type(dialog.getByRole('combobox', { name: /Reason/ }), 'Entered twice');
    await user.click(dialog.getByRole('button', { name: 'Mark as entered in error' }));
    expect(
      await screen.findByText(/Entered in error: the session is in no chart and no rate/),
    ).toBeInTheDocument();
    expect(
      screen.getAllByText('GAD-7: entered in error too, in no chart and no rate.').length,
    ).toBeGreaterThan(0);
    expect(screen.getByRole('link', { name: 'Plan this session again' })).toHaveAttribute(
      'href',
      `/c/harbor/patients/${patientId}/record`,
    );
    // A session out of the record has no log: it is not asked for again.
    expect(session.requests.filter((request) => request === 'GET log')).toHaveLength(1);
    expect(sent).toEqual([{ reason: 'Entered twice', withAssessments: true }]);
    expect(screen.queryByRole('link', { name: 'Amend' })).not.toBeInTheDocument();
    // What it said stays to be read, and the history does not take it for a change of every reading.
    expect(screen.getByRole('row', { name: /^\+40 min/ })).toBeInTheDocument();
    expect(screen.queryByText(/not recorded, was/)).not.toBeInTheDocument();
  });

  it('moves it to the patient and course it belongs to', async () => {
    const { user, address: at } = await open();
    const sent: SessionMove[] = [];
    const movedId = '01990000-0000-7000-8000-0000000000a6';
    fakeApi.route(
      'post',
      '/c/:clinic/patients/search',
      { body: patientSearchSchema, response: patientSearchAnswerSchema },
      () => ({
        patients: [
          {
            id: otherPatient,
            mrn: 'H-1043',
            familyName: 'Rivera',
            givenName: 'Anna',
            birthDate: '1990-01-02',
            sex: 'female' as const,
            indications: [],
          },
        ],
        more: false,
      }),
    );
    fakeApi.route('get', `/c/:clinic/patients/${otherPatient}/courses`, { response: coursesSchema }, () => ({
      courses: [
        {
          id: otherCourse,
          patientId: otherPatient,
          version: 1,
          status: 'current' as const,
          reason: null,
          recordedBy: { accountId: '01990000-0000-7000-8000-000000000002', name: 'Dr Okafor' },
          recordedAt: '2026-11-01T15:00:00Z',
          agent: 'ketamine' as const,
          agentName: null,
          route: 'iv' as const,
          startedOn: '2026-11-01',
          declaredDayZero: null,
          endedOn: null,
          endReason: null,
          endNote: null,
          orderedMg: null,
          orderedMgPerKg: 0.5,
          infusionMinutes: 40,
          settingTag: null,
          note: null,
          phases: [],
          linkedCourseId: null,
          dayZero: null,
          dayZeroSource: null,
        },
      ],
    }));
    fakeApi.route(
      'post',
      `${path}/move`,
      { body: sessionMoveSchema, response: sessionDetailSchema },
      ({ body }) => {
        sent.push(body);
        return aSessionDetail({ id: movedId, patientId: otherPatient });
      },
    );
    fakeApi.route('get', `/c/:clinic/sessions/${movedId}`, { response: sessionDetailSchema }, () =>
      aSessionDetail({ id: movedId, patientId: otherPatient }),
    );
    fakeApi.route('get', `/c/:clinic/patients/${otherPatient}`, { response: patientSchema }, () =>
      aPatientRecord({ id: otherPatient, givenName: 'Anna' }),
    );
    new FakeSession(aSessionLog({ session: { id: movedId } })).detail = aSessionDetail({ id: movedId });

    await user.click(screen.getByRole('button', { name: 'Belongs to another patient' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/leaves every chart and rate of Ana Rivera/)).toBeInTheDocument();
    await user.type(dialog.getByRole('searchbox', { name: /Right patient/ }), 'Riv');
    await user.click(await dialog.findByRole('radio', { name: /Rivera, Anna/ }));
    await user.click(await dialog.findByRole('radio', { name: /ketamine IV, since Nov 1, 2026/ }));
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Wrong Rivera');
    await user.click(dialog.getByRole('button', { name: 'Move the session' }));
    await waitFor(() => expect(at()).toBe(`/c/harbor/sessions/${movedId}`));
    expect(sent).toEqual([
      { patientId: otherPatient, courseId: otherCourse, withAssessments: true, reason: 'Wrong Rivera' },
    ]);
  });

  it('is amended on the page it was logged on, with a reason', async () => {
    const { user, session, address: at } = await open();
    const sent: SessionAmendment[] = [];
    fakeApi.route(
      'post',
      `${path}/amendments`,
      { body: sessionAmendmentSchema, response: sessionDetailSchema },
      ({ body, headers }) => {
        expect(headers.get('if-match')).toBe('"2"');
        sent.push(body);
        session.detail = aSessionDetail({
          version: 3,
          revisions: [aSessionRevision({ n: 3, reason: body.reason }), aSessionRevision()],
        });
        return session.detail;
      },
    );
    await user.click(screen.getByRole('link', { name: 'Amend' }));
    await screen.findByRole('heading', { name: 'Amend session 5 of 6' });
    await user.click(screen.getByRole('textbox', { name: 'End: Pulse' }));
    await user.keyboard('67{Enter}');
    const bar = within(screen.getByRole('region', { name: 'Signing' }));
    expect(bar.getByText('Changed: pulse, end. Not stored yet.')).toBeInTheDocument();
    await user.click(bar.getByRole('button', { name: 'Save amendment' }));
    expect(bar.getByText('Say why, for whoever reads it later.')).toBeInTheDocument();
    await user.type(bar.getByRole('textbox', { name: 'Reason' }), 'Typed wrongly');
    await user.click(bar.getByRole('button', { name: 'Save amendment' }));
    await waitFor(() => expect(at()).toBe(address));
    expect(sent).toEqual([{ changes: [{ path: 'vitals/end/pulse', value: 67 }], reason: 'Typed wrongly' }]);
    expect(session.requests).not.toContain('PATCH draft');
  });
});
