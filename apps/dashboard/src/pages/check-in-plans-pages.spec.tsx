import {
  checkInPlanChangeSchema,
  checkInTemplateSchema,
  courseCheckInPlanSchema,
  courseCheckInsSchema,
  patientSchema,
  type CheckInPlanChange,
  type CheckInTemplate,
} from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import {
  aCourseOfCheckIns,
  anOccurrence,
  courseOfCheckInsId,
  defaultMoments,
} from '../testing/check-ins-builder';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { aPatientRecord } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

const formId = '01990000-0000-7000-8000-0000000000bb';

describe('the check-ins of a course', () => {
  beforeEach(() =>
    fakeApi.route('get', '/c/:clinic/patients/:patient', { response: patientSchema }, () => aPatientRecord()),
  );

  it('say by moment what was answered, is late, waits for a dose and is to come, and whose rule it is', async () => {
    signedInAs({ roles: ['clinician'] });
    fakeApi.route('get', '/c/:clinic/courses/:course/check-ins', { response: courseCheckInsSchema }, () =>
      aCourseOfCheckIns([
        anOccurrence('baseline', 'once', 'phq-9', {
          state: 'done',
          form: { id: formId, onDate: '2026-11-02', at: null, way: 'patient' },
        }),
        anOccurrence('baseline', 'once', 'gad-7', { state: 'missed' }),
        anOccurrence('end-induction', 'once', 'phq-9', { state: 'late' }),
        anOccurrence('hours-4', 's3', 'right-now', { inHours: true }),
      ]),
    );
    renderPage(`/c/harbor/courses/${courseOfCheckInsId}/check-ins`);
    const table = await screen.findByRole('table', { name: /before doses and by the calendar/ });
    const first = within(table).getByRole('row', { name: /Before the first dose/ });
    expect(first).toHaveTextContent(/by the patient.*missed/);
    expect(within(first).getByRole('link')).toHaveAttribute('href', `/c/harbor/forms/${formId}`);
    expect(within(table).getByRole('row', { name: /End of induction/ })).toHaveTextContent(
      /late, open until/,
    );
    expect(screen.getByText('1 answered, 1 missed, 1 late, still open, 1 to come')).toBeVisible();
    const hours = screen.getByRole('table', { name: /hours after each dose/ });
    expect(within(hours).getByRole('cell')).toHaveTextContent(/opens/);
    expect(screen.getByText(/this clinic’s own rule/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Change the plan' })).toBeVisible();
  });

  it('will be here once a session is planned', async () => {
    signedInAs({ roles: ['nurse'] });
    fakeApi.route('get', '/c/:clinic/courses/:course/check-ins', { response: courseCheckInsSchema }, () =>
      aCourseOfCheckIns([]),
    );
    renderPage(`/c/harbor/courses/${courseOfCheckInsId}/check-ins`);
    expect(await screen.findByText('Nothing is asked by this plan yet')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Change the plan' })).not.toBeInTheDocument();
  });

  it('are of a plan that a clinician makes fit, with a reason', async () => {
    signedInAs({ roles: ['clinician'] });
    const path = '/c/:clinic/courses/:course/check-in-plan';
    const plan = {
      courseId: courseOfCheckInsId,
      version: 0,
      source: 'default' as const,
      moments: defaultMoments(),
      changed: null,
    };
    let sent: CheckInPlanChange | null = null;
    fakeApi.route('get', path, { response: courseCheckInPlanSchema }, () => plan);
    fakeApi.route(
      'put',
      path,
      { body: checkInPlanChangeSchema, response: courseCheckInPlanSchema },
      ({ body }) => {
        sent = body;
        return { ...plan, version: 1, moments: body.moments };
      },
    );
    fakeApi.route('get', '/c/:clinic/courses/:course/check-ins', { response: courseCheckInsSchema }, () =>
      aCourseOfCheckIns([]),
    );
    const { user, address } = renderPage(`/c/harbor/courses/${courseOfCheckInsId}/check-in-plan`);
    await user.click(await screen.findByRole('button', { name: 'Remove 24 hours after a dose' }));
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText(/Say why/)).toBeVisible();
    await user.type(screen.getByLabelText(/Reason/), 'Sleeps long after a dose');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText('Nothing is asked by this plan yet')).toBeVisible();
    expect(address()).toContain('/check-ins');
    expect(sent).toMatchObject({ reason: 'Sleeps long after a dose' });
    expect(JSON.stringify(sent)).not.toContain('hours-24');
  });
});

describe('the plan of a clinic', () => {
  const template: CheckInTemplate = { version: 0, moments: defaultMoments(), history: [] };

  function open(answer: () => CheckInTemplate = () => template) {
    signedInAs({ roles: ['director'] });
    fakeApi.route('get', '/c/:clinic/check-in-template', { response: checkInTemplateSchema }, () => template);
    fakeApi.route(
      'put',
      '/c/:clinic/check-in-template',
      { body: checkInPlanChangeSchema, response: checkInTemplateSchema },
      answer,
    );
    return renderPage('/c/harbor/check-in-template');
  }

  it('says each moment in words, and keeps who changed it and why', async () => {
    const { user } = open(() => ({
      ...template,
      version: 1,
      history: [
        { version: 1, reason: 'Every 14 days', byName: 'Dr Haddad', recordedAt: '2026-11-17T15:00:00.000Z' },
      ],
    }));
    expect(await screen.findByText(/Before doses of induction, at most every 7 days\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change Weekly before a dose' }));
    const every = screen.getByLabelText(/At most every/);
    await user.clear(every);
    await user.type(every, '14');
    expect(screen.getByText(/Before doses of induction, at most every 14 days\./)).toBeVisible();
    await user.type(screen.getByLabelText(/Reason/), 'Every 14 days');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText('The plan is saved. Courses made from now on follow it.')).toBeVisible();
    expect(screen.getByText(/Dr Haddad, .*: Every 14 days/)).toBeVisible();
  });

  it('cannot ask about weeks within hours of a dose', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Change 4 hours after a dose' }));
    await user.click(screen.getByRole('checkbox', { name: 'PHQ-9' }));
    expect(screen.getByRole('alert')).toHaveTextContent(/never a scale that asks about weeks/);
    await user.type(screen.getByLabelText(/Reason/), 'To see the effect');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText(/it is said beside the moment/)).toBeVisible();
  });

  it('says when somebody else saved it meanwhile', async () => {
    const { user } = open(() => {
      throw new FakeProblem('version-conflict', { version: 2 });
    });
    await user.type(await screen.findByLabelText(/Reason/), 'Fewer forms');
    await user.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText(/Someone else has changed this/)).toBeVisible();
  });
});
