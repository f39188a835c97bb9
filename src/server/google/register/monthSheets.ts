/** Sheets that the product writes for one month. */

/** The sheet a month's report is written to; its id follows from the month, so no look-up is needed to write it. */
export function reportSheet(month: string): { readonly sheetId: number; readonly title: string } {
  return { sheetId: 200_000 + Number(month.replace('-', '')), title: `Отчёт ${month}` }
}
