/** What differs from the holidays that the program works out. */
export type HolidayTable = {
  country: string
  day: string
  name: string
  /** 1: a public holiday on which this firm works; 0: a day more on which it does not. */
  works: number
}
