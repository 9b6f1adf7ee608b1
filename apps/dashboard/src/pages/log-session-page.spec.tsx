import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { signedInAs } from '../testing/clinic-builder';
import { FakeSession } from '../testing/fake-session';
import { atTime } from '../testing/fixed-clock';
import { renderPage } from '../testing/render-page';
import { aSessionDetail, aSessionLog, sessionId } from '../testing/session-log-builder';

// Some hundred key presses, each drawn: long on a busy machine.
jest.setTimeout(60_000);

atTime('2026-11-17T20:31:00Z');

/** Presses keys and counts each as hands do: `{Enter}` is one, Ctrl and Enter together are two. */
function counting(user: UserEvent) {
  let pressed = 0;
  const press = async (keys: string) => {
    for (const key of keys.match(/\{Control>\}\{Enter\}\{\/Control\}|\{[^}]+\}|[^\s]/g) ?? []) {
      await user.keyboard(key);
      pressed += key.startsWith('{Control>}') ? 2 : 1;
    }
  };
  return { press, count: () => pressed };
}

it('writes down a session in 37 keys for 37 answers and at most 70 for everything else, and no mouse', async () => {
  signedInAs({ roles: ['clinician'] });
  const session = new FakeSession(aSessionLog());
  session.detail = aSessionDetail();
  const { user, address } = renderPage(`/c/harbor/sessions/${sessionId}/log`);
  await screen.findByRole('heading', { name: 'Session 5 of 6' });

  const answers = counting(user);
  await answers.press('211121010'); // PHQ-9
  await answers.press('1'); // how difficult it was
  await answers.press('1210012'); // GAD-7
  await answers.press('1110121 0121210121021'); // PCL-5
  expect(answers.count()).toBe(37);

  const rest = counting(user);
  await rest.press('128/82{Enter} 74{Enter} 98{Enter}');
  await rest.press('s'); // the same weight
  await rest.press('0'); // none of the other medicines
  await rest.press('{Enter}'); // the dose as ordered
  await rest.press('{Enter}'); // over as many minutes as ordered
  await rest.press('146/91{Enter} 88{Enter} 97{Enter}');
  await rest.press('132/84{Enter} 76{Enter} 98{Enter}');
  await rest.press('dis2 10{Enter} 45{Enter}');
  await rest.press('nau1 20{Enter} 20{Enter}');
  await rest.press('{Enter}'); // no more side effects
  await rest.press('{Enter}'); // discharged now
  await rest.press('{Control>}{Enter}{/Control}');
  expect(rest.count()).toBeLessThanOrEqual(70);

  await waitFor(() => expect(address()).toBe(`/c/harbor/sessions/${sessionId}`));
  expect(session.requests.filter((request) => request === 'POST sign')).toHaveLength(1);
  expect(Object.keys(session.values()).filter((path) => path.startsWith('answers/'))).toHaveLength(37);
  expect(session.values()).toMatchObject({
    'answers/phq-9/1': 2,
    'answers/phq-9/9': 0,
    'answers/phq-9/difficulty': 1,
    'answers/gad-7/7': 2,
    'answers/pcl-5/20': 1,
    'vitals/before/systolic': 128,
    'vitals/before/diastolic': 82,
    'vitals/before/pulse': 74,
    'vitals/before/spo2': 98,
    'vitals/before/at': '2026-11-17T20:31:00.000Z',
    // Nobody was weighed today: the day of the scales stays.
    weight: { value: 84, unit: 'kg', on: '2026-11-13', confirmed: false },
    concomitant: {
      benzodiazepine: false,
      hypnotic: false,
      stimulant: false,
      maoi: false,
      opioid: false,
      other: null,
    },
    dose: { givenMg: 42, asOrdered: true },
    'started-at': '2026-11-17T20:31:00.000Z',
    'infusion-minutes': 40,
    'vitals/at-40-minutes/systolic': 146,
    'vitals/at-40-minutes/spo2': 97,
    'vitals/end/diastolic': 84,
    'side-effects-asked': 'some',
    'side-effects/dissociation': {
      severity: 2,
      onsetMinutes: 10,
      durationMinutes: 45,
      reporter: 'patient',
    },
    'side-effects/nausea': { severity: 1, onsetMinutes: 20, durationMinutes: 20 },
    'ended-at': '2026-11-17T20:31:00.000Z',
  });
});
