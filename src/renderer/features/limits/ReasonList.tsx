export { ReasonList } from '../../components/credit/ReasonList.tsx'
