/** The only exports that become globals of the script: menu, pages, the door for pages, the tick. */

import type { RpcAnswer, RpcRequest } from '../../rpc/contract'
import type { FormAnswer } from '../../rpc/formContract'
import type { FileAnswer, PageAnswer } from '../../rpc/pageContract'
import type { PhoneAnswer } from '../../rpc/phoneContract'
import { googleReport } from '../conformance/checkGoogle'
import { noteWaiting } from '../google/kept/accessStore'
import { askConsent, saidInRussian } from '../google/platformError'
import { noteHandEdit } from '../google/spreadsheet'
import { runTick } from '../jobs/tick'
import { taskTools } from '../partners/taskTools'
import { answerForm as answerFormTrigger } from './formTrigger'
import { answerForm, isFormAsked, isFormRequest, renderForm } from './outside/form'
import { answerPage, type GetEvent, isLinkGiven, renderOutside } from './outside/outside'
import { renderPage, type View } from './page'
import { letterHandler, runSignInLetters } from './phone/letters'
import { answerPhone } from './phone/phone'
import { renderDesk } from './phone/shell'
import { answerRpc, refuseOtherAccount } from './rpc'
import { installDesk } from './setUp'
import { answerChange, answerEdit } from './triggers'
import { isPerson, isTrusted, isTrustedOr, type TriggerEvent } from './trusted'
import { answerPost } from './webApp'

/** Simple trigger: the menu. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('Консультации')
    .addItem('Открыть панель', 'showSidebar')
    .addItem('Закрытие недели…', 'openWeekClose')
    .addItem('Доска слотов…', 'openSlotBoard')
    .addItem('Отчёт за месяц…', 'openReport')
    .addItem('Внешние консультанты…', 'openExternals')
    .addSeparator()
    .addItem('Импорт…', 'openImport')
    .addItem('Настройки и проверка…', 'openSettings')
    .addItem(`Подключить ${toolsTitle()}…`, 'openTaskTools')
    .addItem('Персональные данные…', 'openPersonal')
    .addItem('Подключить amoCRM…', 'openAmo')
    .addItem('Установить и проверить', 'setUp')
    .addItem('Проверить Google', 'checkGoogle')
    .addToUi()
}

export function onInstall(): void {
  onOpen()
}

export function showSidebar(): void {
  saidInRussian(() => {
    askConsent()
    SpreadsheetApp.getUi().showSidebar(renderPage('sidebar'))
  })
}

export function openWeekClose(as?: unknown): void {
  showDialog('weekClose', 'Закрытие недели', as)
}

export function openSlotBoard(as?: unknown): void {
  showDialog('slotBoard', 'Доска слотов', as)
}

export function openReport(as?: unknown): void {
  showDialog('report', 'Отчёт за месяц', as)
}

export function openExternals(as?: unknown): void {
  showDialog('externals', 'Внешние консультанты', as)
}

export function openImport(as?: unknown): void {
  showDialog('import', 'Импорт', as)
}

export function openSettings(as?: unknown): void {
  showDialog('settings', 'Настройки и проверка', as)
}

export function openPersonal(as?: unknown): void {
  showDialog('personal', 'Персональные данные', as)
}

export function openTaskTools(): void {
  showDialog('taskTools', toolsTitle(), null, { width: 480, height: 520 })
}

export function openAmo(): void {
  showDialog('amo', 'amoCRM', null, { width: 720, height: 640 })
}

function toolsTitle(): string {
  return taskTools.map(({ title }) => title).join(', ')
}

/** @param as whom the panel was drawn for that asks; from the menu none */
function showDialog(view: Exclude<View, 'sidebar'>, title: string, as: unknown, { width, height } = { width: 960, height: 640 }): void {
  saidInRussian(() => {
    if (typeof as === 'string') refuseOtherAccount(as, Session.getActiveUser().getEmail())
    else askConsent()
    SpreadsheetApp.getUi().showModalDialog(renderPage(view).setWidth(width).setHeight(height), title)
  })
}

/** Makes or upgrades the sheets, settings and triggers, and shows what is left to do; may be run again at any time. */
export function setUp(): void {
  saidInRussian(installDesk)
  showDialog('setUp', 'Установка: что готово', null)
}

/** Harmless questions to Google, and what its answers mean for the office. */
export function checkGoogle(): void {
  if (!isPerson()) return
  const text = googleReport()
  const ui = SpreadsheetApp.getUi()
  ui.alert('Проверить Google', text, ui.ButtonSet.OK)
}

/** Every call of a page. */
export function rpc(request: RpcRequest): RpcAnswer<unknown> {
  return answerRpc(request)
}

/** The guides, for «?» of a page: the same for everybody, nothing of the office's in it. */
export function guide(): string {
  return HtmlService.createHtmlOutputFromFile('guide').getContent()
}

/** The time trigger, every 10 minutes. */
export function tick(event?: TriggerEvent): void {
  // Google writes to the owner of a run that failed, in the words of its error.
  saidInRussian(() => {
    if (isTrusted('tick', event)) runTick()
  })
}

/** Installable trigger: somebody edited cells. */
export function sheetEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  answerEdit(event)
}

/** Installable trigger: rows, columns or sheets came, went or moved. */
export function sheetChanged(event: GoogleAppsScript.Events.SheetsOnChange): void {
  saidInRussian(() => {
    if (isTrustedOr(noteHandEdit, 'sheetChanged', event)) answerChange(event)
  })
}

/** Web app: the page of a letter's link, or the centre's request form; without either the desk, for whoever signs in. Changes nothing, whoever looks. */
export function doGet(event?: GetEvent): GoogleAppsScript.HTML.HtmlOutput {
  if (isLinkGiven(event)) return renderOutside(event)
  return isFormAsked(event) ? renderForm() : renderDesk(event)
}

/** Every call of the desk on a phone; who acts is told by the device's secret. */
export function phone(request: unknown): PhoneAnswer {
  return answerPhone(request)
}

/** The trigger that a request for a link to sign in makes, once. */
export function signInLetters(event?: TriggerEvent): void {
  saidInRussian(() => {
    if (isTrustedOr(() => noteWaiting(true), letterHandler, event)) runSignInLetters()
  })
}

/** Every call of a page for people outside; its link, or the mark of the form, is verified anew. */
export function page(request: unknown): PageAnswer | FileAnswer | FormAnswer {
  return isFormRequest(request) ? answerForm(request) : answerPage(request)
}

/** Web app: a request from the site's form, a messenger's bot, a form service (I1). */
export function doPost(event: GoogleAppsScript.Events.DoPost): GoogleAppsScript.Content.TextOutput {
  return answerPost(event)
}

/** Installable trigger of a Google form whose answers come to this spreadsheet. */
export function onFormSubmit(event: GoogleAppsScript.Events.SheetsOnFormSubmit): void {
  answerFormTrigger(event)
}
