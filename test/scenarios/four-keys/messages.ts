import type { Asset, Bulk, Person, Tenure } from './bulk.ts';
import type { Links } from './link.ts';

/** The assets as a gazetteer extract: the tenancy system knows a home by the asset's id, repairs by its `assetId`. */
export function extractOf(assets: readonly Asset[]): string {
  const rows = assets.map(({ id, assetId, assetAddress }) => {
    const { uprn, addressLine1, addressLine2, addressLine3, addressLine4, postCode } = assetAddress;
    const lines = [addressLine1, addressLine2, addressLine3, addressLine4].map(line => line?.trim() ?? '');
    return [uprn, lines.filter(line => line !== '').join(', '), postCode, assetId, id];
  });
  const headings = ['uprn', 'address', 'postcode', 'repairs_reference', 'tenancy_reference'];
  return [headings, ...rows].map(cells => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/**
 * The tenures and the people as events of the tenancy system. A member who was linked has the person's id, so that
 * household and person are one; of another one the tenure itself says the name.
 */
export function messagesOf({ tenures, persons, takenAt }: Bulk, links: Links): object[] {
  const dateTime = takenAt.toISOString();
  const envelope = (eventType: string, entityId: string, newData: object) => ({
    ...{ id: `${eventType}-${entityId}`, eventType, sourceSystem: 'bulk', version: 'v1', dateTime },
    ...{ entityId, eventData: { newData } },
  });
  return [
    ...persons.map(person => envelope('PersonCreatedEvent', person.id, detailsOf(person))),
    ...tenures
      .flatMap(({ householdMembers }) => householdMembers)
      .filter(({ id }) => links.members.has(id))
      .map(({ id, fullName, dateOfBirth }) =>
        envelope('PersonCreatedEvent', id, { surname: fullName, dateOfBirth }),
      ),
    ...tenures.map(tenure => envelope('TenureCreatedEvent', tenure.id, tenureOf(tenure, links))),
  ];
}

function detailsOf({ firstname, middleName, surname, dateOfBirth }: Person) {
  return { firstname, middleName, surname, dateOfBirth };
}

function tenureOf(tenure: Tenure, { personOf }: Links) {
  const { startOfTenureDate, endOfTenureDate, tenureType, tenuredAsset, householdMembers } = tenure;
  const household = householdMembers.map(({ id, isResponsible }) => ({
    id: personOf.get(id) ?? id,
    isResponsible,
  }));
  return { startOfTenureDate, endOfTenureDate, tenureType, tenuredAsset, householdMembers: household };
}

/** Whether a tenure had ended when it was taken. */
export function hasEnded(tenure: Tenure, takenAt: Date): boolean {
  const end = endOf(tenure);
  return end !== undefined && end <= takenAt;
}

/** Whether its end was still to come. */
export function endsLater(tenure: Tenure, takenAt: Date): boolean {
  const end = endOf(tenure);
  return end !== undefined && end > takenAt;
}

/** The system also writes “none” as 1 January 1900. */
function endOf({ endOfTenureDate }: Tenure): Date | undefined {
  const isNone = typeof endOfTenureDate !== 'string' || endOfTenureDate.startsWith('1900-01-01');
  return isNone ? undefined : new Date(endOfTenureDate);
}
