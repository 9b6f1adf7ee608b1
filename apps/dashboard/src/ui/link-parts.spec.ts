import { linkParts } from './link-parts';

describe('the links in a text', () => {
  it('are the http addresses, the rest stays words', () => {
    expect(linkParts('Open\n\nhttp://localhost:3000/link#aB_-9\n\nor call.')).toEqual([
      { text: 'Open\n\n', href: null },
      { text: 'http://localhost:3000/link#aB_-9', href: 'http://localhost:3000/link#aB_-9' },
      { text: '\n\nor call.', href: null },
    ]);
  });

  it('are none where there is no address a browser should open', () => {
    expect(linkParts('javascript:alert(1) ftp://x')).toEqual([
      { text: 'javascript:alert(1) ftp://x', href: null },
    ]);
    expect(linkParts('')).toEqual([]);
  });
});
