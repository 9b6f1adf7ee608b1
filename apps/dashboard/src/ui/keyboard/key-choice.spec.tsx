import { render, screen } from '@testing-library/react';
import { KeyChoice } from './key-choice';

describe('a choice by one key', () => {
  it('reads out the words of each choice, and the key where a choice has no words', () => {
    render(
      <KeyChoice
        label="Highest ideation level"
        options={[
          { value: 0, key: '0', label: 'none' },
          { value: 1, key: '1', label: '' },
          { value: null, key: '-', label: 'not done' },
        ]}
        value={undefined}
        onChoose={() => undefined}
      />,
    );
    for (const name of ['none', '1', 'not done']) expect(screen.getByRole('radio', { name })).toBeVisible();
  });
});
