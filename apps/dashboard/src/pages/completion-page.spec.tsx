import { completionSchema, type Completion } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';

const completion: Completion = {
  from: '2026-08-26',
  to: '2026-11-24',
  courses: 3,
  coursesLeftOff: 0,
  rows: [
    {
      momentId: 'baseline',
      label: 'Before the first dose',
      instrument: 'phq-9',
      asked: 4,
      answered: 3,
      late: 1,
      byWay: { patient: 2, kiosk: 0, staff: 1, import: 0 },
      medianSeconds: 85,
      timed: 2,
    },
  ],
  burden: { weeks: 9, questionsAsked: 36, questionsAnswered: 27, forms: 3, timedForms: 2, minutes: 3 },
};

function open(answer: Completion, address = '/c/harbor/outcomes/completion') {
  signedInAs({ roles: ['director'] });
  const asked: string[] = [];
  fakeApi.route('get', '/c/:clinic/outcomes/completion', { response: completionSchema }, ({ query }) => {
    asked.push(query.toString());
    return answer;
  });
  return { ...renderPage(address), asked };
}

describe('the completion of check-ins', () => {
  it('is said as n of n by moment, with way, time and rule, and as a burden a week', async () => {
    open(completion);
    expect(
      await screen.findByRole('heading', { name: '3 of 4 (75 %) of the check-ins answered' }),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'Check-ins answered, by moment and instrument' });
    expect(within(table).getByRole('row', { name: /Before the first dose/ })).toHaveTextContent(
      /PHQ-93 of 4 \(75 %\)12 by the patient, 1 through staff1 min 25 s \(n 2\)/,
    );
    expect(screen.getByText(/what is still open counts for nothing yet/)).toBeVisible();
    expect(screen.getByText('4.0 questions asked')).toBeVisible();
    expect(screen.getByRole('button', { name: 'CSV of completion' })).toBeVisible();
  });

  it('asks for the period of the address', async () => {
    const { asked } = open(completion, '/c/harbor/outcomes/completion?from=2026-10-01');
    expect(await screen.findByRole('heading', { name: /of the check-ins answered/ })).toBeVisible();
    expect(asked).toEqual(['from=2026-10-01']);
  });

  it('says how check-ins come about where none was due', async () => {
    open({ ...completion, rows: [] });
    expect(await screen.findByText('No check-in was due in this period')).toBeVisible();
  });
});
