export type ExchangeRateTable = {
  currency: string
  day: string
  /** Units of the company's currency for one unit, an exact decimal. */
  rate: string
  source: string
}
