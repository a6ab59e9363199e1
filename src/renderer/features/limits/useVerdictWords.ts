export { useVerdictWords } from '../../components/credit/useVerdictWords.ts'
