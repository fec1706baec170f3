export { seededRandom } from '../../rules/seededRandom.ts'
