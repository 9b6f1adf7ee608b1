import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { fakeApi } from './fake-api';

// Pages are loaded on demand, and the first to be loaded in a file is compiled first.
configure({ asyncUtilTimeout: 5_000 });
// Longer than several waits together, so that what was waited for is named, and not the test.
jest.setTimeout(30_000);

class FixedResizeObserver implements ResizeObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}

  observe(target: Element): void {
    const contentRect = { x: 0, y: 0, top: 0, left: 0, right: 800, bottom: 300, width: 800, height: 300 };
    const entry = {
      target,
      contentRect,
      borderBoxSize: [],
      contentBoxSize: [],
      devicePixelContentBoxSize: [],
    };
    this.callback([entry as unknown as ResizeObserverEntry], this);
  }

  unobserve(): void {
    // Its one answer was given on observing.
  }

  disconnect(): void {
    // As above.
  }
}

window.ResizeObserver = FixedResizeObserver;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }) as unknown as MediaQueryList;

beforeAll(() => fakeApi.listen());
afterEach(() => {
  notifications.clean();
  localStorage.clear();
  sessionStorage.clear();
  fakeApi.finish();
});
afterAll(() => fakeApi.close());
