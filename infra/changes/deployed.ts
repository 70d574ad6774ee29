import { type CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import type { Template } from '../merged-template.ts';

/** The templates of those of the stacks that are deployed, as they were given to CloudFormation. */
export async function deployedTemplates(
  client: CloudFormationClient,
  names: readonly string[],
): Promise<Map<string, Partial<Template>>> {
  const templates = new Map<string, Partial<Template>>();
  for (const StackName of names) {
    const text = await templateOf(client, StackName);
    if (text !== undefined) templates.set(StackName, JSON.parse(text));
  }
  return templates;
}

async function templateOf(client: CloudFormationClient, StackName: string): Promise<string | undefined> {
  try {
    const asked = new GetTemplateCommand({ StackName, TemplateStage: 'Original' });
    return (await client.send(asked)).TemplateBody;
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}
