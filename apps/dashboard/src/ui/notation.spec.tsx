import { render } from '@testing-library/react';
import { Notation } from './notation';

describe('the notation of scores', () => {
  it.each([
    [12, 17, '12, was 17 (−5)'],
    [15, 8, '15, was 8 (+7)'],
    [9, 9, '9, was 9 (0)'],
    [0, 4, '0, was 4 (−4)'],
    [4, 0, '4, was 0 (+4)'],
    [12, null, '12'],
    [null, 17, 'not recorded'],
  ])('writes %s after %s as "%s"', (value, was, words) => {
    const { container } = render(<Notation value={value} was={was} />);
    expect(container).toHaveTextContent(words);
    expect(container.textContent).toBe(words);
  });
});
