import {
  answerChangesSchema,
  assessmentAmendmentSchema,
  assessmentDetailSchema,
  patientSchema,
  voidingSchema,
  type AssessmentAmendment,
  type AssessmentDetail,
} from '@courseline/contracts';
import { act, screen } from '@testing-library/react';
import { aFormDetail, aFormRevision } from '../testing/form-builder';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { aPatientRecord } from '../testing/record-builder';
import { renderPage } from '../testing/render-page';

function open(
  detail: AssessmentDetail = aFormDetail(),
  roles: readonly ['clinician'] | readonly ['nurse'] = ['clinician'],
) {
  signedInAs({ roles: [...roles] });
  const now = { detail };
  fakeApi.route('get', '/c/:clinic/patients/:patient', { response: patientSchema }, () => aPatientRecord());
  fakeApi.route(
    'get',
    '/c/:clinic/assessments/:assessment',
    { response: assessmentDetailSchema },
    () => now.detail,
  );
  return { ...renderPage(`/c/harbor/forms/${detail.id}`), now };
}

describe('a filled-in form', () => {
  it('says its score, each answer in words, and who entered it', async () => {
    open();
    expect(await screen.findByRole('heading', { name: 'PHQ-9 of Nov 16, 2026' })).toBeVisible();
    expect(screen.getByText(/of 27, mild/)).toHaveTextContent('8 of 27, mild');
    expect(screen.getByText('2 More than half the days')).toBeVisible();
    expect(screen.getByText(/First entered by Nora Brandt/)).toBeVisible();
  });

  it('says what the patient changed while answering', async () => {
    open(aFormDetail({ revisions: [aFormRevision({ way: 'patient' })] }));
    fakeApi.route(
      'get',
      '/c/:clinic/assessments/:assessment/answer-changes',
      { response: answerChangesSchema },
      () => ({ changes: [{ item: 9, from: 2, to: 0, secondsAfter: 4, setAside: false }] }),
    );
    expect(await screen.findByText('Item 9: changed from 2 to 0 after 4 s')).toBeVisible();
  });

  it('is amended with a reason, and the history says which answer changed', async () => {
    const { user, now } = open();
    const sent: AssessmentAmendment[] = [];
    fakeApi.route(
      'post',
      '/c/:clinic/assessments/:assessment/amendments',
      { body: assessmentAmendmentSchema, response: assessmentDetailSchema },
      ({ body, headers }) => {
        expect(headers.get('if-match')).toBe('"1"');
        sent.push(body);
        const amended = aFormRevision({ n: 2, answers: [...body.answers], total: 9, reason: body.reason });
        now.detail = aFormDetail({ version: 2, revisions: [amended, aFormRevision()] });
        return now.detail;
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Amend' }));
    const first = screen.getByRole('radiogroup', { name: /Little interest or pleasure/ });
    act(() => first.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    await user.keyboard('3');
    await user.click(screen.getByRole('button', { name: 'Save amendment' }));
    expect(await screen.findByText('Say why, in three letters or more.')).toBeVisible();
    await user.type(screen.getByLabelText('Reason'), 'misread the paper');
    await user.click(screen.getByRole('button', { name: 'Save amendment' }));
    expect(await screen.findByText('item 1: 3, was 2')).toBeVisible();
    expect(screen.getByText('Reason: misread the paper')).toBeVisible();
    expect(sent).toEqual([
      { answers: [3, 1, 0, 1, 1, 1, 1, 1, 0], difficulty: 1, reason: 'misread the paper' },
    ]);
  });

  it('leaves the record with a reason when it was entered in error', async () => {
    const { user, now } = open();
    fakeApi.route(
      'post',
      '/c/:clinic/assessments/:assessment/void',
      { body: voidingSchema, response: assessmentDetailSchema },
      ({ body }) => {
        const voided = aFormRevision({ n: 2, status: 'entered-in-error', reason: body.reason });
        now.detail = aFormDetail({ version: 2, revisions: [voided, aFormRevision()] });
        return now.detail;
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Entered in error' }));
    await user.type(await screen.findByLabelText('Reason'), 'Entered twice');
    await user.click(screen.getByRole('button', { name: 'Mark as entered in error' }));
    expect(await screen.findByText(/it is in no chart and no rate\. Reason: Entered twice/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Amend' })).toBeNull();
  });

  it('is put right by clinicians only', async () => {
    open(aFormDetail(), ['nurse']);
    expect(await screen.findByRole('heading', { name: 'PHQ-9 of Nov 16, 2026' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Amend' })).toBeNull();
  });

  it('of which only the total is kept is not amended answer by answer', async () => {
    open(
      aFormDetail({
        instrument: 'madrs',
        revisions: [
          aFormRevision({
            answers: null,
            difficulty: null,
            total: 31,
            importedTotal: 31,
            scoreStatus: 'imported',
          }),
        ],
      }),
    );
    expect(await screen.findByText(/of 60/)).toHaveTextContent('31 of 60');
    expect(screen.queryByRole('button', { name: 'Amend' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Entered in error' })).toBeVisible();
  });
});
