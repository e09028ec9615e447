import fc from 'fast-check';

/** Flows in paise on the days of some years. */
export const anyFlows = fc.array(
  fc.record({
    day: fc.nat(5000),
    amount: fc
      .integer({ min: -1e7, max: 1e7 })
      .filter((paise) => Math.abs(paise) >= 100)
      .map((paise) => paise / 100),
  }),
  { minLength: 2, maxLength: 12 },
);
