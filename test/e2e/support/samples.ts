/** A repairs job raised for the home with a repairs reference. */
export function raiseRepair(messageId: string, home: string, changes: object = {}) {
  return {
    messageType: 'RaiseRepair',
    messageId,
    reference: [{ id: `R-${messageId}` }],
    dateRaised: '2025-06-02T09:05:00+01:00',
    descriptionOfWork: 'Water through the ceiling',
    priority: { priorityCode: 1 },
    workClass: { workClassCode: 10 },
    sitePropertyUnit: [{ reference: [{ id: home }] }],
    ...changes,
  };
}

const sheetHeadings = 'Date,Time,Block,Flat,Leak ref,What happened,Suspected source,Room';

/** A sheet of the leaks team. */
export function sheetOf(...rows: string[]): string {
  return [sheetHeadings, ...rows, ''].join('\r\n');
}
