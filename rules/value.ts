/** Chapter [W]: what a plan is worth, and what working together was worth. */
export { type AddedValue, addedValue } from './addedValue.ts'
export { commonValue, type Plan, type PlannedMeasure } from './commonValue.ts'
export { planOfDepartmentsAlone, planOfSession } from './plans.ts'
