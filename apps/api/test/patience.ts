// A busy machine takes several seconds to start the product; no test asserts how long anything takes.
jest.setTimeout(120_000);
