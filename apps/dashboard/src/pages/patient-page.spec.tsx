import { checkInNotesSchema, trajectorySchema, type Trajectory } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { renderPage } from '../testing/render-page';
import { anaId, anasTrajectory, emptyTrajectory } from '../testing/trajectory-builder';
import { aRightNowForm } from '../testing/trajectory-right-now-builder';

const path = '/c/:clinic/patients/:patient/trajectory';
const address = `/c/harbor/patients/${anaId}`;

function open(trajectory: Trajectory = anasTrajectory(), search = '') {
  signedInAs({ roles: ['clinician'] });
  fakeApi.route('get', path, { response: trajectorySchema }, () => trajectory);
  return renderPage(`${address}${search}`);
}

const chart = (name: RegExp) => screen.findByRole('application', { name });

describe('the page of a patient', () => {
  it('says who this is, where the course stands, and what the leading score found', async () => {
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Ana Rivera' })).toBeVisible();
    expect(screen.getByText('34 · MDD, PTSD · 3 adequate trials without enough benefit')).toBeVisible();
    expect(screen.getByText('Induction, ketamine IV, 4 of 6')).toBeVisible();
    expect(await screen.findByText(/^PHQ-9 12, was 17 \(−5\): a change people notice\.$/)).toBeVisible();
  });

  it('shows what the patient said after the forms of a check-in', async () => {
    open();
    fakeApi.route(
      'get',
      '/c/:clinic/patients/:patient/check-in-notes',
      { response: checkInNotesSchema },
      () => ({
        notes: [
          {
            id: '01990000-0000-7000-8000-0000000000d1',
            sideEffects: 'none' as const,
            sessionOn: '2026-11-13',
            note: 'Slept well.',
            writtenAt: '2026-11-14T14:00:00Z',
          },
        ],
      }),
    );
    expect(
      await screen.findByText(/noticed nothing after the session of Fri, Nov 13\. “Slept well\.”/),
    ).toBeVisible();
  });

  it('tells two people of one name apart by record number and birth date', async () => {
    open();
    expect(await screen.findByText('Record HC-1042 · born Mar 14, 1992')).toBeVisible();
  });

  it('names a caution as one and keeps it apart from what asks for attention', async () => {
    const trajectory = anasTrajectory();
    open({
      ...trajectory,
      patient: { ...trajectory.patient, contraindications: 'high blood pressure' },
    });
    const caution = await screen.findByText('! Caution: high blood pressure');
    const reasons = screen.getByRole('list', { name: 'Needs attention' });
    expect(caution.parentElement).toBe(reasons.parentElement);
  });

  it('gives each chart a title that says the finding, a summary and a CSV', async () => {
    open();
    const panel = await screen.findByRole('region', {
      name: /GAD-7 9, was 12 \(−3\): lower, within measurement error/,
    });
    expect(within(panel).getByText(/3 points lower in 15 days \(25 %\)/)).toBeInTheDocument();
    expect(within(panel).getByRole('button', { name: /CSV\s*of GAD-7/ })).toBeInTheDocument();
    expect(await chart(/GAD-7 9, was 12.*3 forms/)).toHaveAccessibleDescription(/3 points lower/);
  });

  it('leads through the points by arrow keys, says each, and keeps a day open with Enter', async () => {
    const { user, address: where } = open();
    const phq9 = await chart(/^PHQ-9 12/);
    phq9.focus();
    await user.keyboard('{End}');
    const said = () =>
      screen
        .getAllByRole('status')
        .map((each) => each.textContent)
        .join(' ');
    expect(said()).toMatch(/Nov 17.*PHQ-9 12, was 17 \(−5\), moderate, item 9: several days/);
    await user.keyboard('{ArrowLeft}');
    expect(said()).toMatch(/PHQ-9 14.*prorated from 8 of 9 answers/);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('complementary', { name: /Facts of Nov 13, 2026/ })).toHaveTextContent(
      'Session 4',
    );
    expect(where()).toContain('day=2026-11-13');
  });

  it('has one tab stop a chart: from the CSV of the one before straight to the chart', async () => {
    const { user } = open();
    const gad7 = await chart(/^GAD-7/);
    // React listens for focus on every portal, and what listens for focus in a drawing is a tab stop in Chromium.
    const portals = document.querySelectorAll('[class*="recharts-zIndex-layer"] > *');
    expect(portals).toHaveLength(0);
    screen.getByRole('button', { name: /CSV\s*of GAD-7/ }).focus();
    await user.tab();
    expect(gad7).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: /CSV\s*of PCL-5/ })).toHaveFocus();
  });

  it('leads through sessions with doses, side effects and pressure', async () => {
    const { user } = open();
    (await chart(/4 doses, 39 to 42 mg; dissociation in 4 of 4/)).focus();
    await user.keyboard('{Home}');
    const said = screen
      .getAllByRole('status')
      .map((each) => each.textContent)
      .join(' ');
    expect(said).toMatch(/Session 1\. 39 mg IV.*dissociation 2, nausea 1.*122\/82 before, highest 138\/91/);
  });

  it('says which planned sessions lie too far ahead to be drawn', async () => {
    const trajectory = anasTrajectory();
    const last = trajectory.sessions.at(-1);
    if (last === undefined) throw new Error('the story has its sessions');
    const planned = (id: string, date: string) => ({ ...last, id, date, at: null });
    open({
      ...trajectory,
      sessions: [...trajectory.sessions, planned('01900000-0000-7000-8000-0000000000d1', '2026-12-11')],
    });
    expect(await screen.findByText('1 more planned, Fri, Dec 11.')).toBeVisible();
  });

  it('shows the same numbers as tables', async () => {
    open(anasTrajectory(), '?show=table');
    const table = await screen.findByRole('table', { name: 'PHQ-9, form by form' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toHaveTextContent(/14.*12.*−5.*71 %.*moderate.*complete/);
    expect(rows[2]).toHaveTextContent('prorated from 8 of 9 answers');
    expect(rows[1]).toHaveTextContent('complete, item 9: several days');
    expect(rows[2]).not.toHaveTextContent('item 9');
    expect(screen.getByRole('table', { name: 'Sessions, doses and side effects' })).toBeVisible();
  });

  it('shows the answers item by item, a missing one as a dash', async () => {
    const { user, address: where } = open();
    await user.click(await screen.findByRole('radio', { name: 'Items' }));
    expect(where()).toContain('show=items');
    const map = await screen.findByRole('region', { name: 'PHQ-9 item by item' });
    const sixth = within(map).getByRole('row', { name: /^6 Feeling bad about yourself/ });
    expect(
      within(sixth)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['2', '2', '–', '1']);
    const ninth = within(map).getByRole('row', { name: /^9 Thoughts that you would be better off dead/ });
    expect(within(ninth).getAllByRole('cell', { name: '1 item 9: several days' })).toHaveLength(2);
    expect(within(ninth).getAllByRole('cell', { name: '0' })).toHaveLength(2);
    expect(screen.getByText(/Item 9 above 0: thoughts of/)).toBeVisible();
  });

  it('says how fast mood moved after the doses, leads through the forms, and shows them as a table', async () => {
    const trajectory = anasTrajectory();
    const rightNow = [
      aRightNowForm(trajectory, 1, -1, [3, 6, 0]),
      aRightNowForm(trajectory, 1, 4, [6, 4, 2]),
      aRightNowForm(trajectory, 2, -1, [4, 5, 0]),
      aRightNowForm(trajectory, 2, 3.9, [4, 5, 1]),
      aRightNowForm(trajectory, 3, null, [5, 5, 0]),
    ];
    const { user } = open({ ...trajectory, rightNow });
    const title = 'Mood 1.5 points better 4 hours after the dose (median), better in 1 of 2 sessions';
    const section = await screen.findByRole('region', { name: title });
    expect(section).toHaveTextContent(/ask about right now/);
    expect(section).toHaveTextContent(/1 form has no known time from a dose/);
    (await chart(/^Hours after the doses\. 4 forms/)).focus();
    await user.keyboard('{End}');
    expect(within(section).getByRole('status')).toHaveTextContent(
      'Session 2, 3.9 h after: mood 4, anxiety 5, detachment 1',
    );
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    const table = await screen.findByRole('table', { name: 'Right now, form by form' });
    expect(within(table).getByRole('row', { name: /not known not known 5 5 0/ })).toBeVisible();
    expect(within(table).getByRole('row', { name: /Nov 3, 2026 1 4\.0 h after 6 4 2/ })).toBeVisible();
    expect(screen.getByRole('button', { name: /CSV\s*of the hours after the doses/ })).toBeVisible();
  });

  it('says what the hours after the doses will show, and how to ask', async () => {
    open();
    const section = await screen.findByRole('region', { name: 'Hours after the doses' });
    expect(section).toHaveTextContent(/will be drawn here.*Let the check-in plan of the course ask it/);
  });

  it('says what will be here for a patient without a course', async () => {
    open(emptyTrajectory());
    expect(await screen.findByText('The trajectory will be here')).toBeVisible();
    expect(screen.getByText('No course of treatment yet')).toBeVisible();
  });

  it('lists the forms of a patient without a course, each with the way to it', async () => {
    const form = { id: anaId, instrument: 'phq-9', onDate: '2026-11-01', total: 17 } as const;
    open({ ...emptyTrajectory(), formsWithoutCourse: [form] });
    const list = await screen.findByRole('table', { name: 'Forms without a course' });
    expect(within(list).getByRole('row', { name: /PHQ-9 Nov 1, 2026 17/ })).toBeVisible();
    expect(within(list).getByRole('link', { name: 'Open this form' })).toHaveAttribute(
      'href',
      `/c/harbor/forms/${anaId}`,
    );
  });

  it('says why someone should look', async () => {
    open();
    const reasons = await screen.findByRole('list', { name: 'Needs attention' });
    expect(reasons).toHaveTextContent(/PCL-5 due/);
  });

  it('says when there is no such patient', async () => {
    signedInAs({ roles: ['clinician'] });
    fakeApi.route('get', path, { response: trajectorySchema }, () => {
      throw new FakeProblem('not-found');
    });
    renderPage(address);
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
