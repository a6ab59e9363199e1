import { contract } from '../../src/main/core/contract.ts'
import { tryInputs } from './inputs.suite.ts'

// Two files, so that two cores share the work.
const slices = Object.keys(contract)
tryInputs('ledger', slices.slice(0, slices.indexOf('registers')))
