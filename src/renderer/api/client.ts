import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../main/core/contract.ts'
import { createLink } from './transport.ts'

/** Every call of the program, plain: `await client.imports.run(input, { signal })` gives the progress of a job. */
export const client: ContractRouterClient<Contract> = createORPCClient(createLink())

/** The same calls for react-query: `api.customers.list.queryOptions({ input })`, `api.customers.create.mutationOptions()`. */
export const api = createTanstackQueryUtils(client)
