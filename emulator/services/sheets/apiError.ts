/** Errors of the advanced services, worded as Apps Script words them. */
import { ServiceError } from '../../world/types'

/** `API call to sheets.spreadsheets.batchUpdate failed with error: …`, with the API's code in `details`. */
export const apiError = (method: string, code: number, message: string): ServiceError =>
  new ServiceError(`API call to ${method} failed with error: ${message}`, {
    name: 'GoogleJsonResponseException',
    details: { code, message },
  })

/** What is wrong with one request of a batch; batchUpdate.ts adds `Invalid requests[n].kind: `. */
export class RequestProblem extends Error {}

/** Throws a RequestProblem. */
export const refuse = (message: string): never => {
  throw new RequestProblem(message)
}

export const notFoundText = 'Requested entity was not found.'
export const cellLimit = 50_000
export const cellLimitText = 'Your input contains more than the maximum of 50000 characters in a single cell.'
export const workbookLimit = 10_000_000
export const workbookLimitText = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.'
export const duplicateTitleText = (title: string): string => `A sheet with the name "${title}" already exists. Please enter another name.`
