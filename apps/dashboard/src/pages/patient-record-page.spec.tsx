import {
  addPriorTreatmentSchema,
  addToCareTeamSchema,
  amendPatientSchema,
  cancelSessionSchema,
  careTeamSchema,
  courseOfAnotherPatientSchema,
  courseSchema,
  endCourseSchema,
  givenPatientAccessSchema,
  givePatientAccessSchema,
  movedCourseSchema,
  patientHistorySchema,
  patientSchema,
  patientSearchAnswerSchema,
  patientSearchSchema,
  planSessionsSchema,
  priorTreatmentSchema,
  rescheduleSessionSchema,
  sessionPlanSchema,
  sessionPlansSchema,
  startCourseSchema,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import {
  aCourse,
  aPatientRecord,
  aPriorTreatment,
  aSessionPlan,
  givenRecord,
  patientId,
} from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

type Parts = Parameters<typeof givenRecord>[0];
type Roles = Parameters<typeof signedInAs>[0]['roles'];

async function opened(parts: Parts = {}, roles: Roles = ['clinician']) {
  signedInAs({ roles });
  givenRecord(parts);
  const page = renderPage(`/c/harbor/patients/${patientId}/record`);
  await screen.findByRole('heading', { level: 1, name: 'Ana Rivera' });
  return page;
}

const section = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the record of a patient', () => {
  it('shows allergies before anything else, and says what nobody asked', async () => {
    await opened();
    expect(screen.getByText('Penicillin')).toBeVisible();
    expect(screen.getByText('none recorded')).toBeVisible();
  });

  it('never lets an unasked allergy look like none', async () => {
    await opened({ patient: aPatientRecord({ allergies: null }) });
    expect(screen.getByText('! nobody has asked yet')).toBeVisible();
  });

  it('leads to the trajectory', async () => {
    await opened();
    expect(screen.getByRole('link', { name: 'Trajectory' })).toHaveAttribute(
      'href',
      `/c/harbor/patients/${patientId}`,
    );
  });

  it('says what will be where nothing is yet', async () => {
    await opened();
    expect(await screen.findByText('No course of treatment yet')).toBeVisible();
    expect(await screen.findByText('No treatments tried before')).toBeVisible();
  });

  it('lets a director read and change nothing but the care team', async () => {
    await opened({ courses: [aCourse()], priorTreatments: [aPriorTreatment()] }, ['director']);
    expect(await screen.findByText(/Started Nov 2, 2026, under way/)).toBeVisible();
    for (const name of ['Start a course', 'Amend', 'Add a treatment', 'Give access', 'End the course'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(await screen.findByRole('combobox', { name: 'Add to the care team' })).toBeVisible();
  });

  it('says that a patient was registered in error, and lets nothing be added', async () => {
    await opened({
      patient: aPatientRecord({ status: 'entered-in-error', version: 2, reason: 'Registered twice' }),
    });
    expect(screen.getByText(/registered in error \(Registered twice\)/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Start a course' })).toBeNull();
  });

  it('offers a way on when the patient is not there', async () => {
    signedInAs({ roles: ['clinician'] });
    fakeApi.route('get', '/c/:clinic/patients/:patient', { response: patientSchema }, () => {
      throw new FakeProblem('not-found');
    });
    renderPage(`/c/harbor/patients/${patientId}/record`);
    expect(await screen.findByText('There is nothing here, or it is not yours to see.')).toBeVisible();
  });
});

describe('the details', () => {
  it('are amended with a reason, from the version that was seen', async () => {
    const { user } = await opened({ patient: aPatientRecord({ version: 3 }) });
    const received: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/patients/:patient/amendments',
      { body: amendPatientSchema, response: patientSchema },
      ({ body, headers }) => {
        received.push([body.phone, body.reason, headers.get('if-match')]);
        return aPatientRecord({ version: 4 });
      },
    );
    await user.click((await section('Details')).getByRole('button', { name: 'Amend' }));
    const form = within(await screen.findByRole('form', { name: 'Amend the details' }));
    await user.clear(form.getByLabelText('Telephone'));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('Must not be empty.')).toBeVisible();
    await user.type(form.getByLabelText('Reason'), 'No longer hers');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Amend' });
    expect(received).toEqual([[null, 'No longer hers', '"3"']]);
  });

  it('show what changed when, by whom and why', async () => {
    const { user } = await opened();
    const { id: _, ...first } = aPatientRecord();
    fakeApi.route('get', '/c/:clinic/patients/:patient/history', { response: patientHistorySchema }, () => ({
      revisions: [{ ...first, version: 2, phone: null, reason: 'No longer hers' }, first],
    }));
    await user.click(screen.getAllByRole('button', { name: 'More' }).at(-1) as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'History' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'History of the details' }));
    expect(await dialog.findByText('Reason: No longer hers')).toBeVisible();
    expect(dialog.getByText('Telephone: not recorded, was 555-0100')).toBeVisible();
    expect(dialog.getByText(/First entered by Dr Okafor/)).toBeVisible();
  });
});

describe('treatments tried before', () => {
  it('are counted by episode, and say which rule judged them', async () => {
    await opened({
      priorTreatments: [
        aPriorTreatment(),
        aPriorTreatment({
          id: patientId,
          name: 'venlafaxine',
          episode: 'earlier',
          adequate: 'unknown',
          weeksAtDose: null,
        }),
      ],
    });
    const tried = await section('Treatments tried before');
    expect(
      await tried.findByText(
        /1 adequate trial without enough benefit in this episode, 1 in all \(1 more unclear\)/,
      ),
    ).toBeVisible();
    expect(tried.getByText('adequate (ATHF-SF)')).toBeVisible();
    expect(tried.getByRole('rowheader', { name: /venlafaxine/ })).toBeVisible();
  });

  it('are added with the judgement of the rule while it is typed', async () => {
    const { user } = await opened();
    const received: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/patients/:patient/prior-treatments',
      { body: addPriorTreatmentSchema, response: priorTreatmentSchema, status: 201 },
      ({ body }) => {
        received.push(body);
        return aPriorTreatment();
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Add a treatment' }));
    const form = within(await screen.findByRole('form', { name: 'Add a treatment tried before' }));
    await user.type(form.getByLabelText('Name'), 'sertraline');
    expect(form.getByRole('radio', { name: 'By the rule: not known' })).toBeChecked();
    await user.type(form.getByLabelText(/Weeks at an effective dose/), '3');
    expect(form.getByRole('radio', { name: 'By the rule: not adequate' })).toBeChecked();
    await user.click(form.getByRole('button', { name: 'Add' }));
    await screen.findByRole('button', { name: 'Add a treatment' });
    expect(received).toMatchObject([{ name: 'sertraline', weeksAtDose: 3, adequate: 'by-rule' }]);
  });
});

describe('courses', () => {
  it('are started from a usual plan, and their sessions planned in one go', async () => {
    const { user } = await opened();
    const started: unknown[] = [];
    const planned: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/patients/:patient/courses',
      { body: startCourseSchema, response: courseSchema, status: 201 },
      ({ body }) => {
        started.push(body);
        return aCourse({ dayZero: null, dayZeroSource: null, startedOn: body.startedOn });
      },
    );
    fakeApi.route(
      'post',
      '/c/:clinic/courses/:course/sessions',
      { body: planSessionsSchema, response: sessionPlansSchema, status: 201 },
      ({ body }) => {
        planned.push(body);
        return { sessions: [aSessionPlan()] };
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Start a course' }));
    const form = within(await screen.findByRole('form', { name: 'Start a course' }));
    await user.click(form.getByRole('button', { name: 'Start the course' }));
    const plan = within(await screen.findByRole('form', { name: 'Plan sessions' }));
    await user.clear(plan.getByLabelText('First session'));
    await user.type(plan.getByLabelText('First session'), '2026-11-03');
    expect(plan.getAllByRole('listitem').map((day) => day.textContent)).toEqual([
      'Tue, Nov 3',
      'Fri, Nov 6',
      'Tue, Nov 10',
      'Fri, Nov 13',
      'Tue, Nov 17',
      'Fri, Nov 20',
    ]);
    await user.click(plan.getByRole('button', { name: 'Plan these sessions' }));
    await screen.findByRole('button', { name: 'Start a course' });
    expect(started).toMatchObject([
      {
        agent: 'ketamine',
        route: 'iv',
        orderedMgPerKg: 0.5,
        infusionMinutes: 40,
        phases: [{ phase: 'induction', plannedSessions: 6, intervalDays: 3.5 }],
      },
    ]);
    expect(planned).toMatchObject([{ phase: 'induction', count: 6, firstDay: '2026-11-03', time: '09:00' }]);
  });

  it('ask of esketamine for devices, and of a comparator for its name', async () => {
    const { user } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Start a course' }));
    const form = within(await screen.findByRole('form', { name: 'Start a course' }));
    await user.click(form.getByRole('radio', { name: 'Esketamine' }));
    expect(form.getByRole('radio', { name: '56 mg' })).toBeChecked();
    expect(form.queryByLabelText(/Infusion over/)).toBeNull();
    await user.click(form.getByRole('radio', { name: 'SSRI' }));
    expect(form.queryByText('Dose ordered')).toBeNull();
    await user.click(form.getByRole('button', { name: 'Start the course' }));
    expect(await form.findByText('Name the treatment, such as "sertraline".')).toBeVisible();
  });

  it('warn of an unusual order where it is typed, with whose rule it is', async () => {
    const { user } = await opened();
    await user.click(await screen.findByRole('button', { name: 'Start a course' }));
    const form = within(await screen.findByRole('form', { name: 'Start a course' }));
    const dose = form.getByLabelText(/Dose ordered, in mg\/kg/);
    await user.clear(dose);
    await user.type(dose, '1.2');
    expect(await form.findByText(/! Above 1.0 mg\/kg. \(our own rule/)).toBeVisible();
  });

  it('say that one is under way before a second is started', async () => {
    const { user } = await opened({ courses: [aCourse()] });
    await user.click(await screen.findByRole('button', { name: 'Start a course' }));
    expect(await screen.findByText(/A course is under way: ketamine IV, since Nov 2, 2026/)).toBeVisible();
  });

  it('end with a day and a reason', async () => {
    const { user } = await opened({ courses: [aCourse()] });
    const received: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/courses/:course/end',
      { body: endCourseSchema, response: courseSchema },
      ({ body, headers }) => {
        received.push([body, headers.get('if-match')]);
        return aCourse({ version: 2 });
      },
    );
    await user.click(await screen.findByRole('button', { name: 'End the course' }));
    const form = within(await screen.findByRole('form', { name: 'End the course' }));
    await user.clear(form.getByLabelText('Last day'));
    await user.type(form.getByLabelText('Last day'), '2026-11-17');
    await user.selectOptions(form.getByLabelText('Why'), 'no-benefit');
    await user.click(form.getByRole('button', { name: 'End the course' }));
    await screen.findByRole('button', { name: 'Plan sessions' });
    expect(received).toEqual([[{ endedOn: '2026-11-17', endReason: 'no-benefit', endNote: null }, '"1"']]);
  });

  it('that left the record are kept apart', async () => {
    await opened({
      courses: [aCourse({ status: 'belongs-to-another-patient', reason: 'Wrong Rivera', version: 2 })],
    });
    expect(await screen.findByText('Taken out of the record (1)')).toBeVisible();
    expect(screen.getByText('No course of treatment yet')).toBeVisible();
  });
});

describe('sessions', () => {
  const sessions = [
    aSessionPlan({
      id: '01990000-0000-7000-8000-000000000011',
      onDate: '2026-11-03',
      state: 'given',
      givenMg: 42,
      isSigned: true,
    }),
    aSessionPlan({
      id: '01990000-0000-7000-8000-000000000012',
      onDate: '2026-11-06',
      state: 'cancelled',
      stateReason: 'Fever',
      number: null,
    }),
    aSessionPlan({ onDate: '2027-06-10', plannedAt: '2027-06-10T18:30:00Z', number: 2 }),
  ];

  it('say what was given, what is ordered and why one did not take place', async () => {
    await opened({ courses: [aCourse()], sessions });
    const table = within(await screen.findByRole('table', { name: 'Sessions' }));
    expect(table.getByText('42 mg')).toBeVisible();
    expect(table.getByText('cancelled: Fever')).toBeVisible();
    expect(table.getByText('0.5 mg/kg ordered')).toBeVisible();
    expect(table.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/c/harbor/sessions/01990000-0000-7000-8000-000000000011',
      '/c/harbor/sessions/01990000-0000-7000-8000-00000000000c/log',
    ]);
  });

  it('are moved to another day with a reason', async () => {
    const { user } = await opened({ courses: [aCourse()], sessions });
    const received: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/sessions/:session/reschedule',
      { body: rescheduleSessionSchema, response: sessionPlanSchema },
      ({ body }) => {
        received.push(body);
        return aSessionPlan({ version: 2 });
      },
    );
    await user.click((await screen.findAllByRole('button', { name: 'Change' })).at(-1) as HTMLElement);
    expect(screen.queryByRole('button', { name: 'Did not come' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Move' }));
    const form = within(await screen.findByRole('form', { name: 'Move the session' }));
    expect(form.getByLabelText('Time')).toHaveValue('14:30');
    await user.clear(form.getByLabelText('Day'));
    await user.type(form.getByLabelText('Day'), '2027-06-11');
    await user.type(form.getByLabelText('Reason'), 'The patient asked');
    await user.click(form.getByRole('button', { name: 'Move' }));
    await screen.findByRole('table', { name: 'Sessions' });
    expect(received).toEqual([{ day: '2027-06-11', time: '14:30', reason: 'The patient asked' }]);
  });

  it('are cancelled only with a reason, and say what the server says', async () => {
    const { user } = await opened({ courses: [aCourse()], sessions });
    const received: string[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/sessions/:session/cancel',
      { body: cancelSessionSchema, response: sessionPlanSchema },
      ({ body }) => {
        received.push(body.reason);
        throw new FakeProblem('conflict', { detail: 'Someone has begun to log this session.' });
      },
    );
    await user.click((await screen.findAllByRole('button', { name: 'Change' })).at(-1) as HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    const dialog = within(await screen.findByRole('dialog', { name: /Cancel the session of/ }));
    await user.click(dialog.getByRole('button', { name: 'Cancel the session' }));
    expect(dialog.getByText('Say why, in three letters or more.')).toBeVisible();
    await user.type(dialog.getByLabelText('Reason'), 'Unwell');
    await user.click(dialog.getByRole('button', { name: 'Cancel the session' }));
    expect(await dialog.findByText(/Someone has begun to log this session/)).toBeVisible();
    expect(received).toEqual(['Unwell']);
  });
});

describe('people', () => {
  it('join the care team', async () => {
    const { user } = await opened();
    const received: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/patients/:patient/care-team',
      { body: addToCareTeamSchema, response: careTeamSchema, status: 201 },
      ({ body }) => {
        received.push(body);
        return { entries: [] };
      },
    );
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Add to the care team' }),
      'N. Brandt',
    );
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await screen.findByRole('combobox', { name: 'Add to the care team' });
    expect(received).toEqual([{ accountId: '01990000-0000-7000-8000-00000000000f' }]);
  });

  it('get a link to the own record, shown once, to be copied', async () => {
    const { user } = await opened();
    fakeApi.route(
      'post',
      '/c/:clinic/patients/:patient/access',
      { body: givePatientAccessSchema, response: givenPatientAccessSchema },
      ({ body }) => ({
        access: { state: 'invited' as const, email: body.email, linkExpiresAt: '2026-11-20T15:00:00Z' },
        link: {
          url: 'https://harbor.example/link#secret',
          expiresAt: '2026-11-20T15:00:00Z',
          mail: 'not-configured' as const,
        },
      }),
    );
    const access = await section('The patient’s own access');
    expect(await access.findByLabelText(/Email address/)).toHaveValue('ana@example.org');
    await user.click(access.getByRole('button', { name: 'Give access' }));
    expect(await access.findByText('https://harbor.example/link#secret')).toBeVisible();
    expect(access.getByText(/hand the link over yourself/)).toBeVisible();
    await user.click(access.getByRole('button', { name: 'Copy the link' }));
    expect(await access.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(access.getByRole('button', { name: 'Make a new link' })).toBeVisible();
  });
});

describe('a course on the wrong patient', () => {
  it('goes to the patient who is chosen, with a reason, and the page with it', async () => {
    const { user, address } = await opened({ courses: [aCourse({ version: 2 })] });
    const right = '01990000-0000-7000-8000-0000000000aa';
    fakeApi.route(
      'post',
      '/c/:clinic/patients/search',
      { body: patientSearchSchema, response: patientSearchAnswerSchema },
      () => ({
        patients: [
          {
            id: right,
            mrn: 'H-0002',
            familyName: 'Chen',
            givenName: 'Wei',
            birthDate: null,
            sex: 'male' as const,
            indications: [],
          },
        ],
        more: false,
      }),
    );
    const received: unknown[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/courses/:course/move',
      { body: courseOfAnotherPatientSchema, response: movedCourseSchema },
      ({ body, headers }) => {
        received.push([body, headers.get('if-match')]);
        return { courseId: right, patientId: right, version: 1 };
      },
    );
    const courses = await section('Courses and sessions');
    await user.click(await courses.findByRole('button', { name: 'More' }));
    await user.click(courses.getByRole('button', { name: 'Wrong patient' }));
    const form = within(await screen.findByRole('form', { name: 'Put the course on the right patient' }));
    await user.click(form.getByRole('button', { name: 'Move the course' }));
    expect(form.getByText('Choose the patient the course belongs to.')).toBeVisible();
    await user.type(form.getByRole('searchbox'), 'chen');
    await user.click(await form.findByRole('radio', { name: /Chen, Wei/ }));
    await user.type(form.getByLabelText('Reason'), 'Started on the wrong chart');
    await user.click(form.getByRole('button', { name: 'Move the course' }));
    await waitFor(() => expect(address()).toBe(`/c/harbor/patients/${right}/record`));
    expect(received).toEqual([[{ patientId: right, reason: 'Started on the wrong chart' }, '"2"']]);
  });
});
