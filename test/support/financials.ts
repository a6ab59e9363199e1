/** A form 2050 to 2053 of a healthy firm, in whole euros; its totals add up. */
export const FORM: Readonly<Record<string, number>> = {
  BJ: 1_600_000,
  BK: 600_000,
  BT: 420_000,
  BU: 20_000,
  BX: 900_000,
  BY: 30_000,
  BZ: 80_000,
  CF: 140_000,
  CH: 10_000,
  CJ: 1_550_000,
  CK: 50_000,
  CO: 3_150_000,
  '1A': 650_000,
  DA: 300_000,
  DD: 30_000,
  DG: 390_000,
  DI: 180_000,
  DL: 900_000,
  DR: 50_000,
  DU: 600_000,
  DX: 600_000,
  DY: 300_000,
  EA: 50_000,
  EC: 1_550_000,
  EE: 2_500_000,
  EG: 1_150_000,
  EH: 20_000,
  FL: 4_200_000,
  FR: 4_200_000,
  FS: 2_000_000,
  FT: -20_000,
  FW: 970_000,
  FX: 190_000,
  FY: 560_000,
  FZ: 240_000,
  GA: 30_000,
  GF: 3_970_000,
  GG: 230_000,
  GR: 45_000,
  HN: 180_000,
}

/** The same in cents, as the calls take them. */
export const inCents = (form: Readonly<Record<string, number>> = FORM): Record<string, number> =>
  Object.fromEntries(Object.entries(form).map(([line, euros]) => [line, euros * 100]))

/** A table of statements: rows of facts, then a row a box and a column a closing day. */
export const statementTable = (
  closings: readonly string[],
  facts: Readonly<Record<string, string>> = {},
  form: Readonly<Record<string, number>> = FORM,
): string =>
  `${[
    ['Case', 'Libellé', ...closings],
    ...Object.entries(facts).map(([name, value]) => ['', name, ...closings.map(() => value)]),
    ...Object.entries(form).map(([box, euros]) => [box, '', ...closings.map(() => String(euros))]),
  ]
    .map((cells) => cells.join(';'))
    .join('\r\n')}\r\n`
