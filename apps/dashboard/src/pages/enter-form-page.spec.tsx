import {
  assessmentDetailSchema,
  newAssessmentSchema,
  patientSchema,
  type NewAssessment,
} from '@courseline/contracts';
import { act, screen } from '@testing-library/react';
import { atTime } from '../testing/fixed-clock';
import { aFormDetail } from '../testing/form-builder';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { aPatientRecord } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

atTime('2026-11-17T15:00:00Z');

const patient = aPatientRecord();

function open() {
  signedInAs({ roles: ['nurse'] });
  const sent: NewAssessment[] = [];
  fakeApi.route('get', '/c/:clinic/patients/:patient', { response: patientSchema }, () => patient);
  fakeApi.route(
    'post',
    '/c/:clinic/patients/:patient/assessments',
    { body: newAssessmentSchema, response: assessmentDetailSchema },
    ({ body }) => {
      sent.push(body);
      return aFormDetail();
    },
  );
  fakeApi.route('get', '/c/:clinic/assessments/:assessment', { response: assessmentDetailSchema }, () =>
    aFormDetail(),
  );
  return { ...renderPage(`/c/harbor/patients/${patient.id}/forms/new`), sent };
}

const firstQuestion = () => screen.findByRole('radiogroup', { name: /Little interest or pleasure/ });

describe('entering a form', () => {
  it('takes one key an answer, sums while typing, and keeps it once', async () => {
    const { user, sent, address } = open();
    const first = await firstQuestion();
    act(() => first.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    await user.keyboard('21');
    expect(screen.getByText('so far, 2 of 9 answered', { exact: false })).toHaveTextContent('3 so far');
    await user.keyboard('-111110');
    await user.keyboard('1');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: /^PHQ-9 of/ })).toBeVisible();
    expect(sent).toEqual([
      {
        instrument: 'phq-9',
        answers: [2, 1, null, 1, 1, 1, 1, 1, 0],
        difficulty: 1,
        total: null,
        onDate: '2026-11-17',
        at: null,
        context: 'between',
      },
    ]);
    expect(address()).toBe(`/c/harbor/forms/${aFormDetail().id}`);
  });

  it('says which question has no answer, goes there, and sends nothing', async () => {
    const { user, sent } = open();
    await firstQuestion();
    await user.click(screen.getByRole('button', { name: 'Save the form' }));
    expect(await screen.findByText(/Question 1 has no answer yet/)).toBeVisible();
    expect((await firstQuestion()).contains(document.activeElement)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('takes the total alone of a form whose wording is not kept, within its range', async () => {
    const { user, sent } = open();
    await user.selectOptions(await screen.findByLabelText('Form'), 'madrs');
    await user.type(screen.getByLabelText('Total'), '61');
    await user.click(screen.getByRole('button', { name: 'Save the form' }));
    expect(await screen.findByText('A whole number from 0 to 60.')).toBeVisible();
    await user.clear(screen.getByLabelText('Total'));
    await user.type(screen.getByLabelText('Total'), '31');
    await user.click(screen.getByRole('button', { name: 'Save the form' }));
    expect(await screen.findByRole('heading', { name: /^PHQ-9 of/ })).toBeVisible();
    expect(sent).toMatchObject([{ instrument: 'madrs', total: 31, answers: null }]);
  });

  it('keeps what was entered when the server refuses, and says why', async () => {
    const { user } = open();
    fakeApi.route(
      'post',
      '/c/:clinic/patients/:patient/assessments',
      { body: newAssessmentSchema, response: assessmentDetailSchema },
      () => {
        throw new FakeProblem('rule-violated', {
          errors: [{ pointer: '/onDate', detail: 'Before the patient was born.' }],
        });
      },
    );
    await user.selectOptions(await screen.findByLabelText('Form'), 'madrs');
    await user.type(screen.getByLabelText('Total'), '31');
    await user.click(screen.getByRole('button', { name: 'Save the form' }));
    expect(await screen.findAllByText('Before the patient was born.')).not.toHaveLength(0);
    expect(screen.getByLabelText('Total')).toHaveValue('31');
  });

  it('asks before what was entered is given up', async () => {
    const { user, address } = open();
    await user.selectOptions(await screen.findByLabelText('Form'), 'madrs');
    await user.type(screen.getByLabelText('Total'), '31');
    await user.click(screen.getByRole('link', { name: 'Caseload' }));
    expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
    expect(address()).toBe(`/c/harbor/patients/${patient.id}/forms/new`);
  });
});
