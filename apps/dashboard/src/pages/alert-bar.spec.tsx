import {
  alertListSchema,
  alertSchema,
  caseloadSchema,
  caseloadSearchSchema,
  newDispositionSchema,
  type NewDisposition,
} from '@courseline/contracts';
import { screen, waitFor } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anAlert } from '../testing/session-log-builder';

function open() {
  signedInAs({ roles: ['clinician'] });
  fakeApi.route(
    'post',
    '/c/:clinic/caseload/search',
    { body: caseloadSearchSchema, response: caseloadSchema },
    () => ({ today: '2026-11-17', total: 0, rows: [] }),
  );
  fakeApi.route('get', '/c/:clinic/alerts', { response: alertListSchema }, () => ({ alerts: [anAlert()] }));
  return renderPage('/c/harbor/caseload');
}

describe('the alerts above the caseload', () => {
  it('take the keyboard into the form that opens, so that no key is lost', async () => {
    const sent: NewDisposition[] = [];
    const { user } = open();
    fakeApi.route(
      'post',
      '/c/:clinic/alerts/:alert/dispositions',
      { body: newDispositionSchema, response: alertSchema, status: 201 },
      ({ body }) => {
        sent.push(body);
        return anAlert({ open: false });
      },
    );
    (await screen.findByRole('button', { name: 'Record what was done' })).focus();
    await user.keyboard('{Enter}2n3{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([
      { cssrsLevel: 2, safetyPlanReviewed: false, decision: 'safety-plan-agreed', note: null },
    ]);
  });

  it('give the keyboard back to their button when the form is closed', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Record what was done' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('form', { name: 'What was done' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Record what was done' })).toHaveFocus();
  });
});
