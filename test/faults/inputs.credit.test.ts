import { contract } from '../../src/main/core/contract.ts'
import { tryInputs } from './inputs.suite.ts'

const slices = Object.keys(contract)
tryInputs('credit', slices.slice(slices.indexOf('registers')))
