/** Chapter [W]: what a plan is worth, and what working together was worth. */
export { type AddedValue, addedValue, type BestValue } from './addedValue.ts'
export { commonValue, isIntegrated, type Plan, type PlannedMeasure } from './commonValue.ts'
export { planOfDepartmentsAlone, planOfSession } from './plans.ts'
