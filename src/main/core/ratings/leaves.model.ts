/** A value of a report with the place it stands at. */
export type Leaf = {
  /** `company.score.value`, `report/score/@value`, or the title of a column. */
  path: string
  value: string
  /** Written as a number by the format itself: its decimal mark is a dot. */
  number: boolean
  /** Several stand at that place, and nothing tells them apart: what is read there could be another one. */
  repeated: boolean
  /** What says which value it is: the text beside it that names its kind. */
  beside: { path: string; value: string } | null
  line: number | null
}

export const reportFormats = ['json', 'xml', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A report as its leaves; of a table, the leaves of each row. */
export type ReadLeaves = { format: ReportFormat; reports: Leaf[][] }
