import { screen, waitFor, within } from '@testing-library/react';
import type { SessionLog } from '@courseline/contracts';
import { signedInAs } from '../testing/clinic-builder';
import { FakeSession } from '../testing/fake-session';
import { atTime } from '../testing/fixed-clock';
import { renderPage } from '../testing/render-page';
import {
  aLoggedInstrument,
  answeredThisMorning,
  anAlert,
  aSessionLog,
  sessionId,
} from '../testing/session-log-builder';

jest.setTimeout(30_000);
atTime('2026-11-17T20:31:00Z');

const noForms = aSessionLog().instruments.map((logged) => ({ ...logged, due: false, dueBecause: null }));

async function open(
  log: SessionLog = aSessionLog({ instruments: noForms }),
  roles: ('clinician' | 'nurse')[] = ['clinician'],
) {
  signedInAs({ roles });
  const session = new FakeSession(log);
  const page = renderPage(`/c/harbor/sessions/${sessionId}/log`);
  await screen.findByRole('heading', { name: 'Session 5 of 6' });
  const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
  const bar = () => within(screen.getByRole('region', { name: 'Signing' }));
  return { ...page, session, field, bar };
}

describe('questionnaires', () => {
  it('shows a form answered at home with who and when, and does not ask it again', async () => {
    const answers = [2, 1, 1, 1, 2, 1, 1, 2, 0];
    await open(
      aSessionLog({
        instruments: [
          aLoggedInstrument('phq-9', answeredThisMorning('phq-9', answers)),
          aLoggedInstrument('gad-7'),
        ],
      }),
    );
    const form = within(screen.getByRole('region', { name: 'PHQ-9' }));
    expect(form.getByText('Ana, today 9:12 AM')).toBeInTheDocument();
    expect(form.getByText('11')).toBeInTheDocument();
    expect(form.queryByRole('radiogroup')).not.toBeInTheDocument();
    expect(document.activeElement?.closest('[data-field]')).toHaveAttribute('data-field', 'answers/gad-7/1');
  });

  it('has a sum while it is filled in, and band and change only when it is complete', async () => {
    const { user } = await open(aSessionLog({ instruments: [aLoggedInstrument('gad-7')] }));
    const form = () => screen.getByRole('region', { name: 'GAD-7' });
    await user.keyboard('121001');
    expect(form()).toHaveTextContent('5 so far, 6 of 7 answered');
    expect(form()).not.toHaveTextContent('was 12');
    await user.keyboard('2');
    expect(form()).toHaveTextContent('7, was 12 (−5), mild, beyond measurement error (4 or more)');
    expect(document.activeElement).toHaveAccessibleName('BP');
  });

  it('goes back and declines', async () => {
    const { user, session } = await open(aSessionLog({ instruments: [aLoggedInstrument('gad-7')] }));
    await user.keyboard('12{Backspace}3-');
    await screen.findByText(/draft saved/);
    expect(session.values()).toMatchObject({
      'answers/gad-7/1': 1,
      'answers/gad-7/2': 3,
      'answers/gad-7/3': null,
    });
    expect(screen.getByRole('region', { name: 'GAD-7' })).toHaveTextContent('2 answered, 4 left');
  });

  it('offers one that is not due', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Ask GAD-7' }));
    expect(screen.getAllByRole('radiogroup', { name: /^1/ })).not.toHaveLength(0);
  });
});

describe('the dose', () => {
  it('catches pounds typed for kilograms, and reckons the order from the right weight', async () => {
    const { user, session, field } = await open();
    await user.click(field(/^Weight/));
    await user.keyboard('185{Enter}');
    expect(screen.getByText('! Did you mean 185 lb (83.9 kg)?')).toBeInTheDocument();
    expect(screen.getByText('! Answer the question about the weight first.')).toBeInTheDocument();
    await user.keyboard('y0{Enter}');
    await screen.findByText(/draft saved/);
    expect(session.values()).toMatchObject({
      weight: { value: 185, unit: 'lb', on: '2026-11-17', confirmed: false },
      dose: { givenMg: 42, asOrdered: true },
    });
  });

  it('takes a weight that is right after all by one key', async () => {
    const { user, session, field } = await open();
    await user.click(field(/^Weight/));
    await user.keyboard('98{Enter}y');
    await screen.findByText(/draft saved/);
    expect(session.values()).toMatchObject({ weight: { value: 98, confirmed: true } });
  });

  it('asks about an unusual first weight, with what it is in the other unit, and orders nothing until then', async () => {
    const { user, session, field, bar } = await open(aSessionLog({ instruments: noForms, lastWeight: null }));
    await user.click(field(/^Weight/));
    await user.keyboard('176{Enter}');
    expect(
      screen.getByText('! 176 kg is 388 lb. If it was typed in pounds, it is 79.8 kg. Is it right?'),
    ).toBeInTheDocument();
    expect(screen.getByText('! Answer the question about the weight first.')).toBeInTheDocument();
    expect(bar().getByText(/This first weight is below 40 or above 150 kg/)).toBeInTheDocument();
    await user.keyboard('n0{Enter}');
    await screen.findByText(/draft saved/);
    expect(session.values()).toMatchObject({
      weight: { value: 176, unit: 'lb', confirmed: false },
      dose: { givenMg: 39.9, asOrdered: true },
    });
  });

  it('takes an unusual first weight that is right by one key', async () => {
    const { user, session, field } = await open(aSessionLog({ instruments: noForms, lastWeight: null }));
    await user.click(field(/^Weight/));
    await user.keyboard('176{Enter}y0{Enter}');
    await screen.findByText(/draft saved/);
    expect(session.values()).toMatchObject({ weight: { value: 176, unit: 'kg', confirmed: true } });
    expect(session.values()).toMatchObject({ dose: { givenMg: 88 } });
  });

  it('does not confirm an order while the weight is in doubt', async () => {
    const { user, field } = await open();
    await user.click(field(/^Weight/));
    await user.keyboard('185{Enter}');
    await user.click(field(/^Given/));
    await user.keyboard('{Enter}');
    expect(field(/^Given/)).toHaveFocus();
    expect(field(/^Given/)).toHaveValue('');
  });

  it('says what a typed dose is per kg and which rule it breaks, and asks for a reason', async () => {
    const { user, session, field, bar } = await open();
    await user.click(field(/^Given/));
    await user.keyboard('200{Enter}');
    expect(screen.getByText('! Above 2.0 mg/kg: confirm with a reason.')).toBeInTheDocument();
    expect(screen.getByText(/not as ordered, 2\.38 mg\/kg, 4\.8 times the order/)).toBeInTheDocument();
    expect(bar().getByText(/Above 2\.0 mg\/kg/)).toBeInTheDocument();
    expect(field('Reason for this dose')).toHaveFocus();
    await user.keyboard('Agreed with pharmacy{Enter}');
    await waitFor(() => expect(session.values()['dose-reason']).toBe('Agreed with pharmacy'));
    expect(bar().queryByText(/Above 2\.0 mg\/kg/)).not.toBeInTheDocument();
  });

  it('keeps what was given when the weight changes', async () => {
    const { user, session, field } = await open();
    await user.click(field(/^Given/));
    await user.keyboard('{Enter}');
    await user.click(field(/^Weight/));
    await user.keyboard('88{Enter}');
    expect(field(/^Given/)).toHaveValue('42');
    expect(screen.getByText(/with this weight the order would be 44 mg, given stays/)).toBeInTheDocument();
    await waitFor(() =>
      expect(session.values()).toMatchObject({ weight: { value: 88 }, dose: { givenMg: 42 } }),
    );
  });

  it('asks why a dose is given at a high blood pressure, and not at exactly 140/90', async () => {
    const { user, field } = await open();
    await user.keyboard('140/90{Enter}');
    expect(screen.queryByText(/above 140\/90/)).not.toBeInTheDocument();
    await user.click(field('BP'));
    await user.keyboard('141/90{Enter}');
    expect(screen.getByText(/Blood pressure above 140\/90 before the dose/)).toBeInTheDocument();
    expect(field('Why the dose is given, or put off')).toBeInTheDocument();
  });
});

describe('readings and side effects', () => {
  it('leaves a value that cannot be in its field, with the reason', async () => {
    const { user, session, field } = await open();
    await user.keyboard('12/8{Enter}');
    expect(field('BP')).toHaveFocus();
    expect(field('BP')).toHaveAccessibleDescription('Both values, such as 128/82.');
    await user.keyboard('{Escape}');
    expect(field('BP')).toHaveValue('');
    expect(session.values()).toEqual({});
  });

  it('lists each field that cannot be stored before signing, and leads back to it', async () => {
    const { user, session, field, bar } = await open();
    await user.click(field(/^over/));
    await user.keyboard('9:10{Tab}');
    await user.click(field('BP'));
    await user.keyboard('12/8');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bar().getByRole('button', { name: 'BP: Both values, such as 128/82.' })).toBeInTheDocument();
    await user.click(bar().getByRole('button', { name: 'over: A whole number.' }));
    expect(field(/^over/)).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(bar().queryByText('over: A whole number.')).not.toBeInTheDocument();
    expect(session.requests).not.toContain('POST sign');
  });

  it('adds a row for another time, each with its own', async () => {
    const { user, session, field } = await open();
    await user.click(screen.getByRole('button', { name: 'Add a time' }));
    expect(field('Other 1: blood pressure')).toHaveFocus();
    await user.keyboard('150/95{Enter}');
    await user.click(field('Other 1: time'));
    await user.keyboard('{Control>}a{/Control}1500{Enter}');
    await waitFor(() =>
      expect(session.values()).toMatchObject({
        'vitals/other-1/systolic': 150,
        'vitals/other-1/at': '2026-11-17T20:00:00.000Z',
      }),
    );
  });

  it('says none or not asked by one key', async () => {
    const { user, session } = await open();
    await user.click(screen.getByRole('combobox', { name: /Add a side effect/ }));
    await user.keyboard('0');
    await waitFor(() => expect(session.values()['side-effects-asked']).toBe('none'));
    expect(screen.getByRole('textbox', { name: 'Discharged' })).toHaveFocus();
  });

  it('keeps what staff judge behind a disclosure, and asks why an event is serious', async () => {
    const { user, session, bar } = await open();
    await user.click(screen.getByRole('combobox', { name: /Add a side effect/ }));
    await user.keyboard('laryng3');
    await user.click(screen.getByRole('button', { name: 'More' }));
    await user.click(
      within(screen.getByRole('radiogroup', { name: 'Laryngospasm: serious' })).getByRole('radio', {
        name: 'Yes',
      }),
    );
    expect(bar().getByText(/needs the criterion/)).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Because of' }), 'life-threatening');
    await waitFor(() =>
      expect(session.values()['side-effects/laryngospasm']).toMatchObject({
        severity: 3,
        serious: true,
        seriousCriterion: 'life-threatening',
        reporter: 'staff',
      }),
    );
    expect(bar().queryByText(/needs the criterion/)).not.toBeInTheDocument();
  });
});

describe('item 9', () => {
  it('goes first to an alert of this morning, and records what was done by keyboard', async () => {
    signedInAs({ roles: ['clinician'] });
    const session = new FakeSession(aSessionLog());
    session.raise(anAlert());
    const { user } = renderPage(`/c/harbor/sessions/${sessionId}/log`);
    await screen.findByText('RISK');
    expect(
      screen.getByText(/item 9 “several days”, today 9:12 AM, answered by the patient/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Record what was done first/ })).toBeInTheDocument();
    expect(screen.queryByRole('form', { name: 'What was done' })).not.toBeInTheDocument();
    await user.keyboard('{Enter}1y1{Control>}{Enter}{/Control}');
    await screen.findByText(/C-SSRS 1, safety plan reviewed, safe to treat today/);
    expect(session.dispositions).toEqual([
      { cssrsLevel: 1, safetyPlanReviewed: true, decision: 'safe-to-treat-today', note: null },
    ]);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /Record what was done first/ })).not.toBeInTheDocument(),
    );
    expect(document.activeElement?.closest('[data-field]')).toHaveAttribute('data-field', 'answers/phq-9/1');
    expect(session.requests).not.toContain('POST sign');
  });

  it('raises it at once when it is answered here, and asks what was done', async () => {
    const { user } = await open(aSessionLog({ instruments: [aLoggedInstrument('phq-9')] }));
    await user.keyboard('000000002');
    expect(screen.getByText(/is above 0/)).toBeInTheDocument();
    expect(await screen.findByText(/item 9 “more than half the days”/)).toBeInTheDocument();
    expect(screen.queryByRole('form', { name: 'What was done' })).not.toBeInTheDocument();
  });

  describe('answered above 0 while the keyboard goes through the forms', () => {
    const twoForms = () =>
      aSessionLog({ instruments: [aLoggedInstrument('phq-9'), aLoggedInstrument('gad-7')] });
    const recordButton = () => screen.getByRole('button', { name: 'Record what was done' });

    it('stops at its button after the last question when the save is quick', async () => {
      const { user, session } = await open(twoForms());
      await user.keyboard('0000000021');
      await screen.findByText(/item 9 “more than half the days”/);
      await user.keyboard('1210012');
      expect(recordButton()).toHaveFocus();
      await user.keyboard('128/82');
      expect(screen.queryByRole('form', { name: 'What was done' })).not.toBeInTheDocument();
      await user.keyboard('{Enter}1y1{Control>}{Enter}{/Control}');
      await screen.findByText(/C-SSRS 1, safety plan reviewed, safe to treat today/);
      expect(session.dispositions).toHaveLength(1);
      await waitFor(() => expect(document.activeElement).toHaveAccessibleName('BP'));
    });

    it('stops at the same button when the save is slow, and stays there when the alert comes', async () => {
      const { user, session } = await open(twoForms());
      const answer = session.holdSaves();
      await user.keyboard('00000000211210012');
      expect(screen.getByText(/is above 0/)).toBeInTheDocument();
      const button = recordButton();
      expect(button).toHaveFocus();
      await user.keyboard('128/82');
      answer();
      await screen.findByText(/item 9 “more than half the days”/);
      expect(button).toHaveFocus();
      await user.keyboard('{Enter}1y1{Control>}{Enter}{/Control}');
      await screen.findByText(/C-SSRS 1, safety plan reviewed, safe to treat today/);
      expect(session.dispositions).toHaveLength(1);
    });

    it('opens its form when the alert comes, where it was begun before', async () => {
      const { user, session } = await open(twoForms());
      const answer = session.holdSaves();
      await user.keyboard('00000000211210012{Enter}');
      expect(screen.getByText('The form opens here once the answer is saved.')).toBeInTheDocument();
      answer();
      await screen.findByRole('form', { name: 'What was done' });
      expect(document.activeElement?.closest('form')).not.toBeNull();
    });

    it('leaves the keyboard where the person went meanwhile', async () => {
      const { user, session, field } = await open(twoForms());
      const answer = session.holdSaves();
      await user.keyboard('0000000021');
      await user.click(field('BP'));
      await user.keyboard('12');
      answer();
      await screen.findByText(/item 9 “more than half the days”/);
      await user.keyboard('8/82{Enter}');
      await waitFor(() => expect(session.values()).toMatchObject({ 'vitals/before/systolic': 128 }));
      expect(session.dispositions).toEqual([]);
    });
  });

  it('records nothing by Enter alone', async () => {
    signedInAs({ roles: ['clinician'] });
    const session = new FakeSession(aSessionLog({ instruments: noForms }));
    session.raise(anAlert());
    const { user } = renderPage(`/c/harbor/sessions/${sessionId}/log`);
    await screen.findByText('RISK');
    await user.keyboard('{Enter}{Enter}{Enter}{Enter}');
    const form = within(screen.getByRole('form', { name: 'What was done' }));
    for (const radio of form.getAllByRole('radio')) expect(radio).not.toBeChecked();
    expect(form.getByRole('textbox', { name: /Note/ })).toHaveFocus();
  });

  it('says what is still to say before it records', async () => {
    signedInAs({ roles: ['clinician'] });
    const session = new FakeSession(aSessionLog({ instruments: noForms }));
    session.raise(anAlert());
    const { user } = renderPage(`/c/harbor/sessions/${sessionId}/log`);
    await user.click(await screen.findByRole('button', { name: 'Record what was done' }));
    await user.click(screen.getByRole('button', { name: 'Record' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Still to say: the C-SSRS level');
    expect(session.dispositions).toEqual([]);
  });

  it('is for a clinician to close', async () => {
    signedInAs({ roles: ['nurse'] });
    const session = new FakeSession(aSessionLog({ instruments: noForms, maySign: false }));
    session.raise(anAlert());
    renderPage(`/c/harbor/sessions/${sessionId}/log`);
    expect(await screen.findByText('A clinician records what was done.')).toBeInTheDocument();
    expect(screen.getByText('A clinician signs')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Sign/ })).not.toBeInTheDocument();
  });
});
