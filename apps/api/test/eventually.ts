/** Tries an expectation again until it holds: for what other processes do, whenever they do it. Jest's patience ends it. */
export async function eventually(expectation: () => void | Promise<void>): Promise<void> {
  const deadline = Date.now() + 90_000;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
