/** A Dataverse message that a claim’s row was edited, with the columns that changed. */
export function claimChanged(columns: Readonly<Record<string, unknown>>) {
  const attributes = { hc_claimnumber: 'DR-117', hc_uprn: '200000471104', ...columns };
  return {
    MessageName: 'Update',
    PrimaryEntityName: 'hc_disrepairclaim',
    OperationId: '4d9a4a2e-8f0c-4b6b-9f5e-0d2f3f0c8a11',
    CorrelationId: 'f4d541d0-0000-4000-8000-000000000001',
    OperationCreatedOn: '/Date(1771405800000)/',
    InputParameters: [
      {
        key: 'Target',
        value: { Attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })) },
      },
    ],
  };
}
