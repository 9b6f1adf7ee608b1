import { suggestSlug } from './slug';

describe('the name of a clinic in addresses', () => {
  it.each([
    ['Harbor Clinic', 'harbor-clinic'],
    ['  Klinik am Zürichsee, 2. Stock ', 'klinik-am-zurichsee-2-stock'],
    ['診療所', ''],
    ['A'.repeat(70), 'a'.repeat(63)],
  ])('is made of "%s"', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
  });
});
