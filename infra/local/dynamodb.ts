/** DynamoDB Local alone, for what needs tables and no app. */
export { type DynamoDbCall, dynamoDbCalls } from './dynamodb/client.ts';
export { type Engine, startEngine } from './dynamodb/engine.ts';
export { engineVersion } from './dynamodb/release.ts';
export { openStream, type StreamReader } from './dynamodb/stream-reader.ts';
export { createTable } from './dynamodb/tables.ts';
export { CREDENTIALS, REGION } from './place.ts';
