import type { Ports } from '../kernel/context.ts'
import { createTypesetter, type Typesetter } from './typesetter.ts'

const typesetters = new Map<string, Typesetter>()

/** The typesetter of a program, made when the first page is set: it loads its fonts once. */
export const typesetterOf = ({
  resources,
  typesetterWorker,
}: Pick<Ports, 'resources' | 'typesetterWorker'>): Typesetter => {
  let typesetter = typesetters.get(resources)
  if (!typesetter) {
    typesetter = createTypesetter({ resources, ...(typesetterWorker && { workerPath: typesetterWorker }) })
    typesetters.set(resources, typesetter)
  }
  return typesetter
}
