export type SavedViewTable = { id: string; screen: string; name: string; params: string }
