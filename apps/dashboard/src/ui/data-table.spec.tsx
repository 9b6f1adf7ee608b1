import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { DataTable } from './data-table';

const patients = [
  { id: 'a', name: 'Rivera, Ana', score: 0 },
  { id: 'b', name: 'Chen, Wei', score: 6 },
  { id: 'c', name: 'Adeyemi, Tunde', score: 15 },
];

function renderTable() {
  render(
    <MemoryRouter>
      <DataTable
        caption="Patients"
        rows={patients}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/patients/${id}`}
        columns={[
          { id: 'name', header: 'Patient', cell: ({ name }) => name },
          { id: 'score', header: 'PHQ-9', cell: ({ score }) => score, numeric: true },
        ]}
      />
    </MemoryRouter>,
  );
  return userEvent.setup();
}

describe('a table of rows', () => {
  it('is a table with named columns and rows, each a link', () => {
    renderTable();
    const table = screen.getByRole('table', { name: 'Patients' });
    expect(within(table).getByRole('columnheader', { name: 'PHQ-9' })).toBeVisible();
    const row = within(table).getByRole('row', { name: /Rivera, Ana/ });
    expect(within(row).getByRole('rowheader', { name: 'Rivera, Ana' })).toBeVisible();
    expect(within(row).getByRole('cell', { name: '0' })).toBeVisible();
    expect(within(row).getByRole('link', { name: 'Rivera, Ana' })).toHaveAttribute('href', '/patients/a');
  });

  it('is walked by the arrow keys, and stops at its ends', async () => {
    const user = renderTable();
    await user.tab();
    expect(screen.getByRole('link', { name: 'Rivera, Ana' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Chen, Wei' })).toHaveFocus();
    await user.keyboard('{End}{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Adeyemi, Tunde' })).toHaveFocus();
    await user.keyboard('{Home}{ArrowUp}');
    expect(screen.getByRole('link', { name: 'Rivera, Ana' })).toHaveFocus();
  });
});
