import { client } from '../../../api/client.ts'
import { type Draft, isBank } from './draft.ts'

export const saveMapping = (mapping: Draft): Promise<unknown> =>
  isBank(mapping) ? client.imports.saveBankMapping(mapping) : client.imports.saveMapping(mapping)
